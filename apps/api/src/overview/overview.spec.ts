import { checkOut, listResidents, readBoard, readOverview, reportMissing, signIn, whoAmI } from '@azukari/contract';
import { addDays, instantAt, millisecondsOf } from '@azukari/domain';
import { FacilityRow, StaffRow } from '../database/rows.ts';
import { Ledger } from '../ledger/ledger.ts';
import { addFacility, facilityNames } from '../set-up/set-up.facilities.ts';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';
import { Person } from '../testing/person.ts';
import { OverviewService } from './overview.service.ts';

let house: House;
let headOffice: Person;
beforeAll(async () => {
  house = await openHouse({ env: { AZUKARI_HEAD_OFFICE: 'honbu, other' } });
  headOffice = await house.aStaff({ role: 'auditor' });
  await house.database.writes.run(({ rows }) =>
    rows.update(StaffRow, { id: headOffice.staffId }, { loginId: 'honbu' }),
  );
});
afterAll(() => house.close());

const overview = async (person: Person = headOffice) => person.ok(readOverview);
const of = async ({ facilityId }: Home) => (await overview()).homes.find(({ id }) => id === facilityId);
const inMinutes = (n: number): string => instantAt(millisecondsOf(house.clock.now()) + n * 60_000);

describe('施設の見わたし', () => {
  it('tells the head office of every home what is out, late, held, missing and near, and nobody by name', async () => {
    const here = await house.anItem({ printedExpiresOn: addDays(house.clock.today(), 10) });
    const there = await house.second.anItem({ printedExpiresOn: addDays(house.clock.today(), -1) });
    const lost = await house.second.anItem();
    const holder = (home: Home) => ({ kind: 'staff' as const, staffId: home.manager.staffId });
    for (const [home, id] of [
      [house, here.id],
      [house.second, there.id],
    ] as const)
      await home.manager.ok(checkOut, {
        itemIds: [id],
        purpose: 'outpatient',
        holder: holder(home),
        dueBackAt: inMinutes(60),
      });
    await house.second.manager.ok(reportMissing, { itemIds: [lost.id] });
    const answer = await overview();
    expect(answer.whole).toBe(true);
    expect(answer.homes).toHaveLength(2);
    expect(await of(house)).toMatchObject({ out: 1, late: 0, missing: 0, deadlines: { soon: 1, overdue: 0 } });
    expect(await of(house.second)).toMatchObject({ out: 1, late: 0, missing: 1, deadlines: { overdue: 1 } });
    house.clock.setOffset(2 * 3_600_000);
    expect(await of(house)).toMatchObject({ out: 1, late: 1, counts: { due: expect.any(Number) as number } });
    house.clock.setOffset(0);
    const { residents } = await house.second.manager.ok(listResidents);
    expect(residents.length).toBeGreaterThan(0);
    const text = (await headOffice.send(readOverview)).text;
    for (const { id, name } of residents) expect([text.includes(id), text.includes(name)]).toEqual([false, false]);
  });

  it('says the same as each home says of itself', async () => {
    for (const home of [house, house.second]) {
      const board = await home.manager.ok(readBoard);
      const { state, due, skipped, awaited, late } = board.counts;
      expect(await of(home)).toMatchObject({
        out: board.totals.out,
        held: board.totals.held,
        missing: board.totals.missing,
        stored: board.stored,
        counts: { state, due, skipped, awaited, late },
        mails: { state: board.notices.state, failed: board.notices.failed },
      });
    }
  });

  it('reckons what no entry tells of behind the answer, once it is a minute old', async () => {
    const before = await of(house.second);
    house.clock.setOffset(120_000);
    expect((await of(house.second))?.asOf).toBe(before?.asOf);
    await house.app.get(OverviewService).settled();
    expect((await of(house.second))?.asOf).not.toBe(before?.asOf);
    house.clock.setOffset(0);
    await house.app.get(OverviewService).settled();
  });

  it('shows every other auditor the own home alone, and nobody else anything', async () => {
    for (const home of [house, house.second]) {
      const auditor = await home.aStaff({ role: 'auditor' });
      const { whole, homes } = await overview(auditor);
      expect([whole, homes.map(({ id }) => id)]).toEqual([false, [home.facilityId]]);
    }
    expect((await house.manager.send(readOverview)).refusal).toMatchObject({
      kind: 'not-allowed',
      action: 'see-overview',
    });
  });
});

describe('npm run facility -- add', () => {
  const asked = {
    name: 'グループホーム もみじ',
    manager: { name: '紅葉 一', kana: 'もみじ はじめ', loginId: 'momiji' },
  };
  const add = (of: typeof asked) =>
    addFacility({ database: house.database, clock: house.clock, ledger: house.app.get(Ledger) }, of);

  it('makes a home of its own, whose first manager signs in with the code once and chooses a password', async () => {
    const added = await add(asked);
    if (added.kind !== 'added') throw new Error(added.kind);
    expect(await facilityNames(house.database)).toContain(asked.name);
    const momiji = await new Person(house.app, 'momiji').enter(added.code);
    expect(await momiji.ok(whoAmI)).toMatchObject({ facility: { id: added.facilityId, name: asked.name } });
    expect((await momiji.ok(listResidents)).residents).toEqual([]);
    const again = new Person(house.app, 'momiji');
    const reply = await again.send(signIn, { loginId: 'momiji', password: added.code });
    expect(reply.refusal?.kind).toBe('sign-in-failed');
    expect((await overview()).homes.map(({ name }) => name)).toContain(asked.name);
    const leaves = await house.database.reads.sql.all<{ type: string; command: string; actor: string }>(
      `SELECT type, command, actor FROM log_leaf JOIN log ON log.id = log_leaf.log
       WHERE kind = 'custody' AND facility_id = ? AND seq BETWEEN 1 AND 4 ORDER BY seq`,
      [added.facilityId],
    );
    expect(leaves.map(({ type }) => type)).toEqual([
      'settings.changed',
      'staff.added',
      'agreement-text.published',
      'appointment.made',
    ]);
    expect(new Set(leaves.map(({ command }) => command)).size).toBe(1);
    expect(new Set(leaves.map(({ actor }) => actor))).toEqual(new Set(['system']));
  });

  it('refuses doubles and what cannot be so, and then changes nothing', async () => {
    const before = await house.database.reads.rows.count(FacilityRow);
    expect(await add({ ...asked, name: 'グループホームもみじ', manager: { ...asked.manager, loginId: 'm2' } })).toEqual(
      {
        kind: 'facility-exists',
      },
    );
    expect(await add({ ...asked, name: '別の家' })).toEqual({ kind: 'login-taken' });
    expect(await add({ ...asked, name: ' ' })).toEqual({ kind: 'wrong', field: 'facility', why: 'empty' });
    const pin = { ...asked.manager, name: '暗証番号は4649です' };
    expect(await add({ ...asked, name: '別の家', manager: pin })).toEqual({
      kind: 'wrong',
      field: 'name',
      why: 'forbidden:pin',
    });
    expect(await house.database.reads.rows.count(FacilityRow)).toBe(before);
  });
});
