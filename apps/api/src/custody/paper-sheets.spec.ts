import { enterSheet, issueForm, listEntries, listItems, readSheet } from '@azukari/contract';
import { instantAt, millisecondsOf } from '@azukari/domain';
import type { DraftOf } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

type Line = DraftOf<typeof enterSheet>['lines'][number];

let house: House;
let deputy: Person;
beforeAll(async () => {
  house = await openHouse();
  deputy = await house.aStaff({ level: 'deputy' });
});
afterAll(() => house.close());

const minutes = (n: number): string => instantAt(millisecondsOf(house.clock.now()) + n * 60_000);

function aLine(line: number, itemId: string, of: Partial<Line> = {}): Line {
  const { staffId } = house.manager;
  return {
    line,
    itemIds: [itemId],
    purpose: 'outpatient',
    holder: { kind: 'staff', staffId },
    outAt: house.clock.now(),
    backAt: house.clock.now(),
    ...of,
  };
}

test('a sheet is one command: what was copied, then line by line; and says of each line by whom', async () => {
  const [one, two] = [await house.anItem(), await house.anItem()];
  const lines = [
    aLine(1, one.id),
    aLine(3, two.id, { backAt: null, dueBackAt: minutes(60), destination: '駅前の薬局' }),
  ];
  const { receipt, problems } = await deputy.ok(enterSheet, { dryRun: false, sheet: 'F3-000007', lines });
  expect(problems).toEqual([]);
  expect(receipt?.entries).toHaveLength(4);
  const first = receipt?.entries[0]?.seq ?? -1;
  const { entries } = await deputy.ok(listEntries, undefined, { limit: 4 });
  expect(entries.map(({ type }) => type).reverse()).toEqual([
    'sheet.entered',
    'item.checked-out',
    'item.checked-in',
    'item.checked-out',
  ]);
  expect(entries.at(-1)).toMatchObject({ seq: first, facts: { sheet: 'F3-000007', lines: [1, 3], parts: [1, 3] } });
  expect(entries[0]).toMatchObject({ facts: { sheet: 'F3-000007' }, private: { destination: '駅前の薬局' } });
  const known = await house.manager.ok(readSheet, undefined, { sheet: 'F3-7' });
  expect(known).toMatchObject({
    sheet: 'F3-000007',
    printed: false,
    lines: [
      { line: 1, seq: first + 1 },
      { line: 3, seq: first + 3 },
    ],
  });
  const { items } = await house.manager.ok(listItems, undefined, { place: 'out' });
  expect(items.map(({ id }) => id)).toContain(two.id);
});

test('a line that was entered is refused with who and when; further lines of the sheet are not', async () => {
  const { id } = await house.anItem();
  const sheet = 'F3-000008';
  await deputy.ok(enterSheet, { dryRun: false, sheet, lines: [aLine(1, id)] });
  const before = await house.ledgerSize();
  const again = [aLine(1, id), aLine(2, id)];
  const known = { kind: 'sheet-entered', sheet, lines: [1], name: expect.any(String) as string };
  expect(await house.manager.send(enterSheet, { dryRun: false, sheet: 'F3-8', lines: again })).toMatchObject({
    status: 409,
    refusal: known,
  });
  expect(await house.manager.ok(enterSheet, { dryRun: true, sheet, lines: again })).toMatchObject({
    problems: [{ line: 1, refusal: known }],
    receipt: null,
  });
  expect(await house.ledgerSize()).toBe(before);
  await house.manager.ok(enterSheet, { dryRun: false, sheet, lines: [aLine(2, id)] });
  const { lines } = await house.manager.ok(readSheet, undefined, { sheet });
  expect(lines.map(({ line }) => line)).toEqual([1, 2]);
  // Each house has its own numbers.
  expect((await house.second.manager.ok(readSheet, undefined, { sheet })).lines).toEqual([]);
});

test('whole or not at all: one line that cannot be so keeps all of them out, and each says why', async () => {
  const [one, two] = [await house.anItem(), await house.anItem()];
  const lines = [
    aLine(1, one.id, { backAt: null }),
    aLine(2, one.id),
    aLine(3, two.id, { backAt: minutes(30) }),
    aLine(4, two.id, { outAt: null, holder: null }),
  ];
  const before = await house.ledgerSize();
  const { problems } = await deputy.ok(enterSheet, { dryRun: true, sheet: 'F3-9', lines });
  expect(problems.map(({ line, refusal }) => [line, refusal.kind])).toEqual([
    [2, 'item-out'],
    [3, 'occurred-in-future'],
    [4, 'item-stored'],
  ]);
  expect(await deputy.send(enterSheet, { dryRun: false, sheet: 'F3-9', lines })).toMatchObject({
    status: 409,
    refusal: { kind: 'item-out', itemId: one.id },
  });
  expect(await house.ledgerSize()).toBe(before);
  expect((await deputy.ok(readSheet, undefined, { sheet: 'F3-9' })).lines).toEqual([]);
});

test('what cannot be a line is named by its field, and what must never be stored does not get in', async () => {
  const { id } = await house.anItem();
  const send = async (lines: readonly Line[], sheet = 'F3-10') =>
    deputy.send(enterSheet, { dryRun: false, sheet, lines: [...lines] });
  const issue = { status: 400, issues: [expect.objectContaining({}) as unknown] };
  for (const [lines, path] of [
    [[aLine(1, id, { outAt: null, backAt: null })], 'lines.0.outAt'],
    [[aLine(1, id, { holder: null })], 'lines.0.holder'],
    [[aLine(2, id), aLine(2, id)], 'lines'],
    [[aLine(41, id)], 'lines.0.line'],
    [[], 'lines'],
  ] as const)
    expect(await send(lines)).toMatchObject({ ...issue, issues: [{ path }] });
  expect(await send([aLine(1, id)], 'F4-10')).toMatchObject({
    status: 400,
    issues: [{ path: 'sheet', code: 'sheet' }],
  });
  expect(await send([aLine(1, id, { destination: '暗証番号は4649です' })])).toMatchObject({
    status: 422,
    refusal: { kind: 'forbidden-text', field: 'lines.0.destination', reason: 'pin' },
  });
});

test('a number that was printed here is known as such', async () => {
  const reply = await house.manager.send(issueForm, { blankSheets: 2 }, { form: 'F3' });
  expect(reply.status).toBe(200);
  const printed = async (sheet: string) => (await deputy.ok(readSheet, undefined, { sheet })).printed;
  expect([await printed('F3-1'), await printed('F3-2'), await printed('F3-3')]).toEqual([true, true, false]);
});
