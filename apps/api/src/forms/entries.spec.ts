import { cancelEntry, checkIn, checkOut, handOver } from '@azukari/contract';
import type { Value } from '../database/statements.ts';
import { ON_POSTGRES } from '../testing/databases.ts';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { entriesSinceOuting } from './entries.ts';
import { householdOf, paper } from './testing/households.ts';
import type { Asked } from './testing/households.ts';

describe('the entries behind a form', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  const out = (itemIds: string[]) =>
    house.manager.ok(checkOut, {
      itemIds,
      purpose: 'in-house',
      holder: { kind: 'staff', staffId: house.manager.staffId },
      dueBackAt: new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString(),
    });

  it('a line of the book is found by what came back in its period, whatever was taken back between', async () => {
    const { itemIds } = await householdOf(house, house, '早瀬 ウメ', ['care-insurance-card']);
    const cancel = ({ entries }: { readonly entries: readonly { readonly seq: number }[] }) =>
      house.manager.ok(cancelEntry, { seq: entries[0]!.seq, reason: 'twice', explanation: '二度押した' });
    await out(itemIds);
    const { receipt: back } = await house.manager.ok(checkIn, { itemIds });
    const { receipt: again } = await out(itemIds);
    await cancel(again);
    await cancel(back);
    const newest = await house.ledgerSize();
    const { sql } = house.database.reads;
    const log = await sql.get<{ id: number }>("SELECT id FROM log WHERE facility_id = ? AND kind = 'custody'", [
      house.facilityId,
    ]);
    const types = (await entriesSinceOuting(sql, log!.id, newest, itemIds)).map(({ type }) => type);
    expect(types).toEqual([
      'item.checked-out',
      'item.checked-in',
      'item.checked-out',
      'entry.cancelled',
      'entry.cancelled',
    ]);
  });

  (ON_POSTGRES ? it.skip : it)('asks the record by an index, and never walks through it', async () => {
    const { residentId, itemIds } = await householdOf(house, house, '早瀬 ツル');
    const [gone, given] = itemIds;
    await out([gone!]);
    await house.manager.ok(handOver, {
      itemIds: [given!],
      disposition: 'returned',
      receiver: { relation: 'family', name: '早瀬 学' },
    });
    const { sql } = house.database.reads;
    const [all, get] = [sql.all.bind(sql), sql.get.bind(sql)];
    const asked: { readonly text: string; readonly values: readonly Value[] }[] = [];
    sql.all = (text, values = []) => (asked.push({ text, values }), all(text, values));
    sql.get = (text, values = []) => (asked.push({ text, values }), get(text, values));
    try {
      for (const [form, given] of [
        ['F1', {}],
        ['F2', {}],
        ['F3', { from: house.clock.today(), to: house.clock.today() }],
        ['F9', { from: house.clock.today() }],
        ['F10', { residentIds: [residentId] }],
        ['F17', {}],
      ] as const)
        await paper(house.manager, form, given as Asked);
    } finally {
      Object.assign(sql, { all, get });
    }
    const questions = asked.filter(({ text }) => /log_leaf|private_field/.test(text));
    expect(questions.length).toBeGreaterThan(10);
    for (const { text, values } of questions) {
      const plan = await sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, values);
      const walks = plan.filter(({ detail }) => /^SCAN|USING PRIMARY KEY \(log=\?\)/.test(detail));
      expect({ text, walks }).toEqual({ text, walks: [] });
    }
  });

  it('what comes back damaged after its end is damaged on paper', async () => {
    const { itemIds } = await householdOf(house, house, '戻田 キズ', ['care-insurance-card']);
    await house.manager.ok(handOver, {
      itemIds,
      disposition: 'returned',
      receiver: { relation: 'resident', name: '' },
    });
    const { receipt } = await house.manager.ok(checkIn, { itemIds, condition: 'damaged' });
    expect(receipt.entries).toHaveLength(2);
    const { pages } = await paper(house.manager, 'F17', { itemIds });
    expect(pages.join('')).toContain('こわれあり');
  });
});
