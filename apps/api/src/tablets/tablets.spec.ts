import {
  addStaff,
  addTablet,
  checkIn,
  emergencyAtTablet,
  enrolTablet,
  listAtTablet,
  listTablets,
  readBoard,
  readTablet,
  renewSession,
  revokeTablet,
  signIn,
  signInAtTablet,
  signOut,
  whoAmI,
} from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { PASSWORD, Person } from '../testing/person.ts';

const MINUTE = 60_000;

let house: House;
let nowMs = Date.now();

beforeAll(async () => {
  house = await openHouse();
  house.clock.elapsedMs = () => nowMs;
  await Promise.all([house.manager.signIn(), house.second.manager.signIn()]);
});

afterAll(() => house.close());

const leaves = (type: string) =>
  house.database.reads.sql
    .all<{ body: string }>('SELECT body FROM log_leaf WHERE type = ? ORDER BY log, seq', [type])
    .then((rows) => rows.map(({ body }) => JSON.parse(body) as Record<string, unknown>));

/** A browser that was enrolled as a tablet of the first facility. */
async function aTablet(name = '1階の金庫よこ'): Promise<{ tablet: Person; id: string; code: string }> {
  await house.manager.signIn();
  const { tablets, code } = await house.manager.ok(addTablet, { name });
  const id = tablets.find(({ enrolledAt }) => enrolledAt === null)?.id ?? '';
  const tablet = new Person(house.app);
  await tablet.ok(enrolTablet, { code: code ?? '' });
  return { tablet, id, code: code ?? '' };
}

const at = (tablet: Person, staffId: string, shown: object = {}) =>
  tablet.send(signInAtTablet, { staffId, password: PASSWORD, ...shown });

describe('a tablet', () => {
  it('is enrolled by a code that is told once, opens once, and ends after a quarter of an hour', async () => {
    const commandId = crypto.randomUUID();
    const first = await house.manager.ok(addTablet, { commandId, name: '医務室' });
    expect((await house.manager.ok(addTablet, { commandId, name: '医務室' })).code).toBeNull();
    const code = first.code ?? '';
    nowMs += 16 * MINUTE;
    const late = await new Person(house.app).send(enrolTablet, { code });
    expect([late.status, late.refusal]).toEqual([403, { kind: 'tablet-code-wrong' }]);
    const { tablet, code: fresh } = await aTablet('受付');
    expect((await new Person(house.app).send(enrolTablet, { code: fresh })).refusal?.kind).toBe('tablet-code-wrong');
    expect((await tablet.ok(readTablet)).tablet).toMatchObject({ name: '受付', facility: 'さくら苑' });
  });

  it('keeps a token that no script reads and no other site sends, and the database its hash', async () => {
    const { code } = await house.manager.ok(addTablet, { name: '風除室' });
    const reply = await new Person(house.app).send(enrolTablet, { code: code ?? '' });
    const given = [reply.headers['set-cookie']]
      .flat()
      .map(String)
      .find((cookie) => cookie.startsWith('azukari-tablet='));
    expect(given).toMatch(/^azukari-tablet=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = /=([\w-]{43})/.exec(given ?? '')?.[1];
    const rows = await house.database.reads.sql.all('SELECT * FROM tablet');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain('風除室');
  });

  it('ends the session of whoever enrolled it there: it would stay as long as one of a browser of her own', async () => {
    const person = await house.signIn('manager');
    const { code } = await person.ok(addTablet, { name: '食堂' });
    await person.ok(enrolTablet, { code: code ?? '' });
    expect((await person.send(whoAmI)).status).toBe(401);
  });

  it('names its own facility’s people and nobody else; any other browser is told nothing', async () => {
    const floor = await house.aStaff({ role: 'floor' });
    const { tablet } = await aTablet();
    const { staff = [] } = (await tablet.ok(readTablet)).tablet ?? {};
    expect(staff.find(({ id }) => id === floor.staffId)).toMatchObject({ emergency: true });
    expect(staff.map(({ name }) => name)).not.toContain('田中 次郎');
    expect(Object.keys(staff[0] ?? {}).sort()).toEqual(['emergency', 'id', 'kana', 'name']);
    expect(await house.nobody.ok(readTablet)).toEqual({ tablet: null });
    for (const reply of [
      await house.nobody.send(listAtTablet),
      await at(house.nobody, floor.staffId),
      await house.nobody.send(emergencyAtTablet, { staffId: floor.staffId, residentId: floor.staffId }),
      await at(tablet, house.second.manager.staffId),
    ])
      expect([reply.status, reply.refusal]).toEqual([404, { kind: 'not-found' }]);
  });

  it('is told apart in the record: what is done on it carries its id, what is done elsewhere none', async () => {
    const { tablet, id } = await aTablet();
    expect((await at(tablet, house.manager.staffId)).body).toMatchObject({ onTablet: true });
    await tablet.ok(addStaff, { name: '端末 うつる', kana: 'たんまつ うつる', loginId: 'utsuru', role: 'floor' });
    const added = (await leaves('staff.added')).map(({ device, auth, authAge }) => ({ device, auth, authAge }));
    expect(added).toContainEqual({ device: id, auth: 'password', authAge: 0 });
    expect(added).toContainEqual({ device: null, auth: 'password', authAge: 0 });
    expect((await leaves('tablet.enrolled')).filter(({ device }) => device === id)).toMatchObject([
      { actor: 'system', auth: 'none', facts: { tablet: id } },
    ]);
  });

  it('that is revoked is out of use on the next request, with every session that was opened on it', async () => {
    const { tablet, id } = await aTablet();
    await at(tablet, house.manager.staffId);
    const elsewhere = await house.signIn('manager');
    const left = await elsewhere.ok(revokeTablet, {}, { id });
    expect(left.tablets.map((one) => one.id)).not.toContain(id);
    expect((await tablet.send(whoAmI)).status).toBe(401);
    expect(await tablet.ok(readTablet)).toEqual({ tablet: null });
    expect((await tablet.send(listAtTablet)).status).toBe(404);
    expect((await elsewhere.send(whoAmI)).status).toBe(200);
  });
});

describe('a session on a tablet', () => {
  it('ends after three minutes without a touch, where one elsewhere goes on; a touch puts that off', async () => {
    const { tablet } = await aTablet();
    const person = await house.aStaff({ role: 'floor' });
    await at(tablet, person.staffId);
    await person.signIn();
    nowMs += 2 * MINUTE;
    const { now, expiresAt } = await tablet.ok(renewSession);
    expect(Date.parse(expiresAt) - Date.parse(now)).toBe(3 * MINUTE);
    nowMs += 2 * MINUTE;
    // Looking who it is is no touch.
    expect((await tablet.send(whoAmI)).status).toBe(200);
    nowMs += 1 * MINUTE;
    expect((await tablet.send(whoAmI)).status).toBe(401);
    expect((await person.send(whoAmI)).status).toBe(200);
    expect((await person.ok(whoAmI)).onTablet).toBeUndefined();
  });

  it('ends after eighteen hours however it is used', async () => {
    const { tablet } = await aTablet();
    await at(tablet, (await house.aStaff({ role: 'floor' })).staffId);
    const used = (ms: number) => {
      nowMs += ms;
      return house.database.writes.run(({ sql }) => sql.run('UPDATE session SET seen_ms = ?', [nowMs]));
    };
    await used(18 * 60 * MINUTE - 1);
    expect((await tablet.send(renewSession)).status).toBe(200);
    await used(1);
    expect((await tablet.send(renewSession)).status).toBe(401);
  });

  it('is short by whichever way somebody signs in there', async () => {
    const { tablet } = await aTablet();
    const reply = await tablet.ok(signIn, { loginId: 'manager', password: PASSWORD });
    expect(reply.onTablet).toBe(true);
  });

  it('goes over to the next by a tile and a password; the one before has ended', async () => {
    const [one, other] = [await house.aStaff({ role: 'floor' }), await house.aStaff({ role: 'floor' })];
    const { tablet } = await aTablet();
    await at(tablet, one.staffId);
    const sessions = () => house.database.reads.sql.all('SELECT staff_id FROM session WHERE tablet_id IS NOT NULL');
    const wrong = await at(tablet, other.staffId, { password: 'not-it' });
    expect([wrong.status, wrong.refusal]).toEqual([401, { kind: 'sign-in-failed' }]);
    expect((await tablet.ok(whoAmI)).staff.id).toBe(one.staffId);
    expect((await at(tablet, other.staffId)).body.staff.id).toBe(other.staffId);
    expect(JSON.stringify(await sessions())).not.toContain(one.staffId);
    await tablet.ok(signOut);
    expect((await tablet.ok(readTablet)).tablet).not.toBeNull();
  });

  it('is told to who keeps the tablets', async () => {
    const { tablet, id } = await aTablet();
    nowMs += 20 * MINUTE;
    await at(tablet, house.manager.staffId);
    await house.manager.signIn();
    const { tablets } = await house.manager.ok(listTablets);
    expect(tablets.find((one) => one.id === id)).toMatchObject({
      codeEndsAt: null,
      seenAt: new Date(nowMs).toISOString(),
    });
  });
});

describe('救急 without signing in', () => {
  it('takes out what goes with an ambulance, says where it lay, and stands in the record as done by a name on a tablet', async () => {
    const { tablet, id } = await aTablet();
    const person = await house.aStaff({ role: 'floor' });
    const { id: residentId } = await house.aResident({ name: '大山 きく' });
    const agreement = await house.anAgreement({ residentId, kinds: ['care-insurance-card', 'designated-disease'] });
    const own = { residentId, agreementId: agreement.id };
    const card = await house.anItem({ ...own, kind: 'care-insurance-card' });
    await house.anItem({ ...own, kind: 'designated-disease', printedExpiresOn: '2030-03-31' });
    const listed = (await tablet.ok(listAtTablet)).residents.find((one) => one.id === residentId);
    expect(listed).toMatchObject({ name: '大山 きく', birthDate: null });
    const order = { commandId: crypto.randomUUID(), staffId: person.staffId, residentId };
    const { taken, receipt } = await tablet.ok(emergencyAtTablet, order);
    expect(taken).toMatchObject([{ id: card.id, kind: 'care-insurance-card' }]);
    expect(receipt.by?.id).toBe(person.staffId);
    const [out] = (await leaves('item.checked-out')).filter(({ item }) => item === card.id);
    expect(out).toMatchObject({
      actor: `staff:${person.staffId}`,
      auth: 'device',
      authAge: null,
      device: id,
      facts: { purpose: 'emergency', holder: 'other:ambulance' },
    });
    expect((await tablet.ok(emergencyAtTablet, order)).receipt).toEqual(receipt);
    const board = await house.manager.signIn().then(() => house.manager.ok(readBoard));
    expect(board.toReview.find(({ item }) => item.id === card.id)).toMatchObject({ unsigned: true });
    const again = await tablet.send(emergencyAtTablet, { staffId: person.staffId, residentId });
    expect([again.status, again.refusal]).toEqual([409, { kind: 'nothing-in-safe' }]);
    await house.manager.ok(checkIn, { itemIds: [card.id], storageId: null, condition: 'good' });
  });

  it('opens nothing else: nobody is signed in by it, and no session is left', async () => {
    const { tablet } = await aTablet();
    const person = await house.aStaff({ role: 'floor' });
    const { id: residentId } = await house.aResident();
    const reply = await tablet.send(emergencyAtTablet, { staffId: person.staffId, residentId });
    expect(reply.refusal?.kind).toBe('nothing-in-safe');
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect((await tablet.send(whoAmI)).status).toBe(401);
    expect(await house.database.reads.sql.get("SELECT 1 AS one FROM session WHERE auth = 'device'")).toBeFalsy();
  });

  it('is for the tablet’s own facility and for who may at all; an auditor has her own name, and may not', async () => {
    const { tablet } = await aTablet();
    const [floor, auditor] = [await house.aStaff({ role: 'floor' }), await house.aStaff({ role: 'auditor' })];
    await house.second.manager.signIn();
    const [own, foreign] = [await house.aResident(), await house.second.aResident()];
    const ask = (staffId: string, residentId: string) => tablet.send(emergencyAtTablet, { staffId, residentId });
    expect((await ask(floor.staffId, foreign.id)).refusal).toEqual({ kind: 'not-found' });
    expect((await ask(house.second.manager.staffId, own.id)).refusal).toEqual({ kind: 'not-found' });
    expect((await ask(auditor.staffId, own.id)).refusal?.kind).toBe('not-allowed');
  });

  it('in a row waits a little longer each time, never more than a minute', async () => {
    const { tablet } = await aTablet();
    const person = await house.aStaff({ role: 'floor' });
    const { id: residentId } = await house.aResident();
    const ask = () => tablet.send(emergencyAtTablet, { staffId: person.staffId, residentId });
    const kinds: (string | undefined)[] = [];
    for (let n = 0; n < 6; n += 1) kinds.push((await ask()).refusal?.kind);
    expect(kinds.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => 'nothing-in-safe'));
    expect(kinds.slice(4)).toEqual(['too-many-attempts', 'too-many-attempts']);
    nowMs += MINUTE;
    expect((await ask()).refusal?.kind).toBe('nothing-in-safe');
  });
});
