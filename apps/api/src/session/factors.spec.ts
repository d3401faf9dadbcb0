import {
  addStaff,
  appoint,
  changePassword,
  changeStaff,
  closeBreakGlass,
  confirmTotp,
  giveCode,
  leaveStaff,
  listEntries,
  listStaff,
  readBoard,
  readBreakGlass,
  readFactors,
  removeTotp,
  renewRecoveryCodes,
  sealBreakGlass,
  setInspections,
  signIn,
  signInAgain,
  startTotp,
  whoAmI,
} from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { PASSWORD, Person } from '../testing/person.ts';
import { totpAt } from './totp.ts';

const STEP_MS = 30_000;

let house: House;
/** The clock of sessions, throttles and codes stands still, and is moved by hand. */
let nowMs = Date.now();
/** The authenticator of the house's manager, who keeps the accounts of this suite. */
let secret: string;
let onPaper: readonly string[];

/** Each code opens once: the next one is of the next half minute. */
const codeOf = (of: string): string => {
  nowMs += STEP_MS;
  return totpAt(of, Math.floor(nowMs / STEP_MS));
};

/** enrol sets an authenticator as somebody does who has just signed in. */
async function enrol(person: Person): Promise<{ readonly secret: string; readonly codes: readonly string[] }> {
  const made = await person.ok(startTotp);
  const { recoveryCodes } = await person.ok(confirmTotp, { code: codeOf(made.secret) });
  return { secret: made.secret, codes: recoveryCodes ?? [] };
}

/** The manager has just shown who she is: without it she makes nobody an account. */
const anew = () => house.manager.ok(signInAgain, { password: PASSWORD, code: codeOf(secret) });

const attempt = (person: Person, shown: { readonly code?: string } = {}) =>
  house.nobody.send(signIn, { loginId: person.loginId, password: person.password, ...shown });

const typesOf = async (person: Person): Promise<readonly string[]> => {
  const { entries } = await house.manager.ok(listEntries, undefined, { actorId: person.staffId });
  return entries.map(({ type }) => type);
};

beforeAll(async () => {
  house = await openHouse({ demandsFactor: true });
  house.clock.elapsedMs = () => nowMs;
  await house.manager.signIn();
});

afterAll(() => house.close());

describe('whoever keeps accounts', () => {
  test('sets a second factor before anything else', async () => {
    expect(await house.manager.ok(whoAmI)).toMatchObject({ owesFactor: true });
    expect(await house.manager.ok(readFactors)).toMatchObject({ demanded: true, totp: false, recoveryCodes: 0 });
    for (const reply of [
      await house.manager.send(readBoard),
      await house.manager.send(addStaff, { name: '新田 葵', kana: 'にった あおい', loginId: 'aoi', role: 'floor' }),
    ])
      expect(reply).toMatchObject({ status: 403, refusal: { kind: 'factor-missing' } });
    const made = await house.manager.ok(startTotp);
    expect((await house.manager.send(confirmTotp, { code: '000000' })).refusal?.kind).toBe('factor-wrong');
    const before = await house.ledgerSize();
    const confirmed = await house.manager.ok(confirmTotp, { code: codeOf(made.secret) });
    expect(await house.ledgerSize()).toBe(before + 1);
    expect(confirmed.session.owesFactor).toBeUndefined();
    secret = made.secret;
    onPaper = confirmed.recoveryCodes ?? [];
    expect(onPaper).toHaveLength(10);
    expect(new Set(onPaper).size).toBe(10);
    expect(await house.manager.ok(readFactors)).toMatchObject({ demanded: true, totp: true, recoveryCodes: 10 });
    await house.manager.ok(readBoard);
  });

  test('shows both at each sign-in; the entries say so', async () => {
    expect(await attempt(house.manager)).toMatchObject({ status: 403, refusal: { kind: 'factor-wanted' } });
    const person = new Person(house.app, 'manager');
    await person.ok(signIn, { loginId: 'manager', password: PASSWORD, code: codeOf(secret) });
    await person.ok(addStaff, { name: '新田 蘭', kana: 'にった らん', loginId: 'ran', role: 'floor' });
    const rows = await house.database.reads.sql.all<{ body: Uint8Array }>(
      'SELECT body FROM log_leaf ORDER BY seq DESC LIMIT 1',
    );
    expect(Buffer.from(rows[0]?.body ?? []).toString()).toContain('"auth":"totp"');
  });

  test('is led back to it when the role comes later, from that moment on', async () => {
    const person = await house.aStaff({ role: 'auditor' });
    await person.ok(readBoard);
    await house.database.writes.run(({ sql }) =>
      sql.run("UPDATE staff SET role = 'admin' WHERE id = ?", [person.staffId]),
    );
    expect((await person.send(readBoard)).refusal?.kind).toBe('factor-missing');
    await enrol(person);
    await person.ok(readBoard);
  });
});

describe('an authenticator', () => {
  beforeEach(anew);

  test('is asked for after the right password only, and each code opens once', async () => {
    const person = await house.aStaff();
    const mine = await enrol(person);
    const wrong = { loginId: person.loginId, password: 'wrong', code: codeOf(mine.secret) };
    expect((await house.nobody.send(signIn, wrong)).refusal?.kind).toBe('sign-in-failed');
    const code = codeOf(mine.secret);
    expect((await attempt(person, { code })).status).toBe(201);
    expect((await attempt(person, { code })).refusal?.kind).toBe('factor-wrong');
    const late = totpAt(mine.secret, Math.floor(nowMs / STEP_MS) + 1);
    nowMs += 3 * STEP_MS;
    expect((await attempt(person, { code: late })).refusal?.kind).toBe('factor-wrong');
  });

  test('of two who send one code at once, one comes in', async () => {
    const person = await house.aStaff();
    const code = codeOf((await enrol(person)).secret);
    const replies = await Promise.all([attempt(person, { code }), attempt(person, { code })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 403]);
  });

  test('guessed at with the right password makes wait longer and longer; the password alone forgives nothing', async () => {
    const person = await house.aStaff();
    const mine = await enrol(person);
    for (let n = 0; n < 4; n++) {
      expect((await attempt(person)).refusal?.kind).toBe('factor-wanted');
      expect((await attempt(person, { code: '000000' })).refusal?.kind).toBe('factor-wrong');
    }
    expect(await attempt(person, { code: codeOf(mine.secret).slice(0, 5) })).toMatchObject({ status: 403 });
    expect(await attempt(person, { code: '000000' })).toMatchObject({ status: 429, headers: { 'retry-after': '2' } });
    expect((await attempt(person, { code: codeOf(mine.secret) })).status).toBe(201);
  });

  test('ends the sessions from before, is asked for again with the password, and stays when the password changes', async () => {
    const person = await house.aStaff();
    const elsewhere = await house.signIn(person.loginId);
    const mine = await enrol(person);
    expect((await elsewhere.send(whoAmI)).status).toBe(401);
    expect((await person.send(signInAgain, { password: PASSWORD })).refusal?.kind).toBe('factor-wanted');
    await person.ok(signInAgain, { password: PASSWORD, code: codeOf(mine.secret) });
    await person.ok(changePassword, { current: PASSWORD, next: 'a much better one' });
    const again = { loginId: person.loginId, password: 'a much better one' };
    expect((await house.nobody.send(signIn, again)).refusal?.kind).toBe('factor-wanted');
  });

  test('is set, removed, and its codes made anew only just after a sign-in', async () => {
    const person = await house.aStaff();
    const mine = await enrol(person);
    nowMs += 6 * 60_000;
    for (const reply of [
      await person.send(startTotp),
      await person.send(confirmTotp, { code: '000000' }),
      await person.send(renewRecoveryCodes),
      await person.send(removeTotp),
    ])
      expect(reply).toMatchObject({ status: 403, refusal: { kind: 'sign-in-not-fresh' } });
    await person.ok(signInAgain, { password: PASSWORD, code: codeOf(mine.secret) });
    const commandId = crypto.randomUUID();
    const { recoveryCodes } = await person.ok(renewRecoveryCodes, { commandId });
    expect(recoveryCodes).toHaveLength(10);
    expect(await person.ok(renewRecoveryCodes, { commandId })).toEqual({ recoveryCodes: null });
    expect((await attempt(person, { code: mine.codes[0] ?? '' })).refusal?.kind).toBe('factor-wrong');
    await person.ok(removeTotp);
    expect(await person.ok(readFactors)).toMatchObject({ demanded: false, totp: false, recoveryCodes: 0 });
    expect((await attempt(person)).status).toBe(201);
    expect((await person.send(removeTotp)).refusal?.kind).toBe('nothing-to-change');
    expect((await typesOf(person)).filter((type) => /factor|recovery/.test(type)).sort()).toEqual([
      'staff.factor-removed',
      'staff.factor-set',
      'staff.recovery-codes-made',
    ]);
  });

  test('leaves no secret and no code in the record', async () => {
    const rows = await house.database.reads.sql.all<{ body: Uint8Array }>('SELECT body FROM log_leaf');
    const told = await house.manager.ok(listEntries, undefined, { limit: 200 });
    const all = [...rows.map(({ body }) => Buffer.from(body).toString()), JSON.stringify(told)].join();
    expect(all).toContain('staff.factor-set');
    for (const hidden of [secret, ...onPaper]) expect(all).not.toContain(hidden);
  });
});

describe('a code on paper', () => {
  beforeEach(anew);

  test('opens once, however it is typed, is an entry that says how many are left, and is kept as a hash', async () => {
    const person = await house.aStaff();
    const { codes } = await enrol(person);
    const [first = '', second = ''] = codes;
    expect(first).toMatch(/^([a-z2-9]{4}-){2}[a-z2-9]{4}$/);
    expect((await attempt(person, { code: ` ${first.toUpperCase().replaceAll('-', ' ')}` })).status).toBe(201);
    expect((await attempt(person, { code: first })).refusal?.kind).toBe('factor-wrong');
    expect((await attempt(person, { code: second.replaceAll('-', '') })).status).toBe(201);
    const { entries } = await house.manager.ok(listEntries, undefined, { actorId: person.staffId });
    const used = entries.filter(({ type }) => type === 'staff.recovery-code-used');
    expect(used.map(({ facts }) => facts['left']).sort()).toEqual([8, 9]);
    const rows = await house.database.reads.sql.all<{ hash: string }>('SELECT code_hash AS hash FROM recovery_code');
    expect(rows.every(({ hash }) => hash.startsWith('$argon2id$'))).toBe(true);
  });
});

describe('a one-time code of who keeps accounts', () => {
  beforeEach(anew);

  test('does not open past the authenticator, unless that was lost too; both are entries', async () => {
    const person = await house.aStaff();
    const mine = await enrol(person);
    const at = { id: person.staffId };
    const given = await house.manager.ok(giveCode, { version: 1 }, at);
    const first = { loginId: person.loginId, password: given.code ?? '', next: PASSWORD };
    expect((await house.nobody.send(signIn, first)).refusal?.kind).toBe('factor-wanted');
    await house.nobody.ok(signIn, { ...first, code: codeOf(mine.secret) });
    const again = await house.manager.ok(giveCode, { version: 2, withFactors: true }, at);
    await new Person(house.app, person.loginId).enter(again.code);
    const { entries } = await house.manager.ok(listEntries, undefined, {
      actorId: house.manager.staffId,
      type: 'staff.',
    });
    expect(entries.filter(({ facts }) => facts['staff'] === person.staffId).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['staff.code-given', 'staff.factor-removed']),
    );
    const { staff } = await house.manager.ok(listStaff);
    await house.manager.ok(leaveStaff, { version: staff.find(({ id }) => id === at.id)?.version ?? 0 }, at);
  });
});

describe('the account in the sealed envelope', () => {
  const REASON = '管理者の電話が壊れ、予備のコードもなかったため';
  /** fresh signs the manager in anew: a new envelope takes a sign-in of the last minutes. */
  const fresh = () => house.manager.ok(signInAgain, { password: PASSWORD, code: codeOf(secret) });
  const sealed = async (): Promise<Person> => {
    await fresh();
    const { account, code } = await house.manager.ok(sealBreakGlass, {});
    return new Person(house.app, account?.loginId, code ?? '');
  };
  const mails = async (): Promise<number> =>
    Number((await house.database.reads.sql.get<{ n: number }>('SELECT COUNT(*) AS n FROM notice'))?.n);

  test('opens once without a second factor, and everybody hears of it until a manager closes it', async () => {
    expect(await house.manager.ok(readBreakGlass)).toEqual({ account: null });
    await house.manager.ok(setInspections, { version: 0, formNames: [], headOffice: 'honbu@example.jp' });
    const envelope = await sealed();
    const floor = await house.aStaff();
    expect((await floor.ok(readBoard)).staff.breakGlassUsedAt).toBeNull();
    expect((await house.manager.ok(listStaff)).staff.map(({ loginId }) => loginId)).not.toContain(envelope.loginId);

    const sent = await mails();
    await envelope.signIn();
    expect(await envelope.ok(whoAmI)).toMatchObject({ staff: { role: 'manager', level: null } });
    expect((await envelope.ok(whoAmI)).owesFactor).toBeUndefined();
    expect(await mails()).toBe(sent + 1);
    expect(await typesOf(envelope)).toEqual(['break-glass.used']);
    expect((await floor.ok(readBoard)).staff.breakGlassUsedAt).not.toBeNull();
    // It is there to let somebody in again.
    const { staff } = await envelope.ok(addStaff, {
      name: '新田 晶',
      kana: 'にった あきら',
      loginId: 'akira',
      role: 'floor',
    });
    await envelope.ok(giveCode, { version: 1 }, { id: staff.id });

    expect((await attempt(envelope)).refusal?.kind).toBe('sign-in-failed');
    expect((await envelope.send(closeBreakGlass, { reason: REASON })).refusal?.kind).toBe('break-glass-account');
    await house.manager.ok(closeBreakGlass, { reason: REASON });
    expect((await envelope.send(whoAmI)).status).toBe(401);
    expect((await floor.ok(readBoard)).staff.breakGlassUsedAt).toBeNull();
    expect((await house.manager.ok(readBreakGlass)).account).toMatchObject({ sealedAt: null, usedAt: null });
    expect((await house.manager.send(closeBreakGlass, { reason: REASON })).refusal?.kind).toBe('nothing-to-change');
  });

  test('gets no other way in, and is nobody to appoint, change or count as a manager', async () => {
    const envelope = await sealed();
    const older = envelope.password;
    const newer = await sealed();
    expect((await attempt(new Person(house.app, newer.loginId, older))).refusal?.kind).toBe('sign-in-failed');
    await newer.signIn();
    const no = { kind: 'break-glass-account' };
    expect((await newer.send(startTotp)).refusal).toEqual(no);
    expect((await newer.send(sealBreakGlass, {})).refusal).toEqual(no);
    expect(
      (await newer.send(changePassword, { current: newer.password, next: 'a wholly new one' })).refusal?.kind,
    ).toBe('password-wrong');
    const id = newer.staffId;
    for (const reply of [
      await house.manager.send(giveCode, { version: 1 }, { id }),
      await house.manager.send(changeStaff, { version: 1, name: '別の名前' }, { id }),
      await house.manager.send(leaveStaff, { version: 1 }, { id }),
      await house.manager.send(appoint, { staffId: id, level: 'handler', from: house.clock.today(), to: null }),
    ])
      expect(reply.refusal).toEqual(no);
    await house.manager.ok(closeBreakGlass, { reason: REASON });
  });

  test('is made by who keeps accounts, after a fresh sign-in, and told once', async () => {
    const floor = await house.aStaff();
    expect((await floor.send(sealBreakGlass, {})).refusal?.kind).toBe('not-allowed');
    await fresh();
    const commandId = crypto.randomUUID();
    await house.manager.ok(sealBreakGlass, { commandId });
    expect((await house.manager.ok(sealBreakGlass, { commandId })).code).toBeNull();
    nowMs += 6 * 60_000;
    expect((await house.manager.send(sealBreakGlass, {})).refusal?.kind).toBe('sign-in-not-fresh');
  });
});
