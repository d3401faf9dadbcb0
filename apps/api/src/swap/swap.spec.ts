import {
  addInsurer,
  checkResident,
  listEntries,
  listInsurers,
  listItems,
  nameInsurer,
  readItem,
  readSwap,
  receiveEnvelopes,
  swapPapers,
} from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { addDays } from '@azukari/domain';
import type { EnvelopeRule, ItemKind } from '@azukari/domain';
import { firstStale } from '../ledger/check-items.ts';
import { readHead } from '../ledger/ledger.ts';
import { ON_POSTGRES } from '../testing/databases.ts';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';

/** A large house at once. Each paper is made by itself first, which takes most of the time and is no different on PostgreSQL. */
const MANY = ON_POSTGRES ? 50 : 200;

let house: House;
let last: string;
let ahead: string;
beforeAll(async () => {
  house = await openHouse();
  const { seasons } = await house.manager.ok(readSwap);
  [last = '', ahead = ''] = seasons.map(({ endsOn }) => endsOn);
});
afterAll(() => house.close());

const COPAY: ItemKind = 'care-copay-certificate';
type Line = AnswerOf<typeof readSwap>['lines'][number];

/** A resident whose yearly paper ends with a season. */
async function aPaper(of: { rule?: EnvelopeRule | null; kind?: ItemKind; endsOn?: string; home?: Home } = {}) {
  const { rule = 'insurer-may-be-opened', kind = COPAY, endsOn = last, home = house } = of;
  const agreement = await home.anAgreement({
    kinds: [kind, 'sealed-envelope'],
    envelopes: rule,
    from: addDays(house.clock.today(), -400),
  });
  const { residentId } = agreement;
  const item = await home.anItem({ residentId, agreementId: agreement.id, kind, printedExpiresOn: endsOn });
  return { residentId, id: item.id };
}

const lineOf = async (oldId: string, endsOn = last): Promise<Line> => {
  const { lines } = await house.manager.ok(readSwap, undefined, { endsOn });
  const line = lines.find(({ old }) => old.id === oldId);
  if (!line) throw new Error('no line');
  return line;
};
const arrive = (residentId: string) =>
  house.manager.ok(receiveEnvelopes, { envelopes: [{ residentId, from: 'insurer', expected: [COPAY] }] });

interface Row {
  readonly oldId: string;
  readonly nextId?: string;
  readonly envelopeId?: string;
}
const swap = async (rows: readonly Row[], given: object = {}) =>
  house.manager.send(swapPapers, {
    endsOn: last,
    rows: rows.map((row) => ({ printedExpiresOn: ahead, ...row })),
    disposition: 'destroyed',
    witnessId: (await witness).staffId,
    ...given,
  });
let witness: ReturnType<House['aStaff']>;
beforeAll(() => {
  witness = house.aStaff();
});

describe('the list of the swap', () => {
  it('says of each paper where it stands, and what may be done with it', async () => {
    const { residentId, id } = await aPaper();
    expect(await lineOf(id)).toMatchObject({
      resident: { id: residentId, name: '山田 ハナ', room: '101' },
      kind: COPAY,
      way: 'arrives',
      state: 'awaited',
      old: { at: 'stored', printedExpiresOn: last, counts: false },
      next: null,
      envelope: null,
      rule: 'insurer-may-be-opened',
      obstacle: null,
      agreed: true,
    });
    await arrive(residentId);
    expect(await lineOf(id)).toMatchObject({ state: 'sealed', envelope: { arrivedOn: house.clock.today() } });
  });

  it('opens with the season that is not done, and then with the one ahead', async () => {
    const home = house.second;
    await aPaper({ endsOn: ahead, home });
    const answer = await home.manager.ok(readSwap);
    expect([answer.endsOn, answer.lines.length]).toEqual([ahead, 1]);
    await aPaper({ home });
    expect((await home.manager.ok(readSwap)).endsOn).toBe(last);
    expect(answer.seasons.find(({ endsOn }) => endsOn === ahead)).toMatchObject({ total: 1, done: 0 });
  });

  it('a paper that still counts says so, and one to be applied for', async () => {
    const { id } = await aPaper({ endsOn: ahead, kind: 'care-limit-certificate' });
    expect(await lineOf(id, ahead)).toMatchObject({ way: 'apply', old: { counts: true } });
  });

  it('how the next one comes is as the insurer of each paper says', async () => {
    const { id: residentId } = await house.aResident({ birthDate: addDays(ahead, -80 * 365) });
    await house.manager.ok(
      checkResident,
      { question: 'registered', answer: 'yes', on: house.clock.today() },
      { id: residentId },
    );
    const agreement = await house.anAgreement({ residentId, kinds: ['eligibility-certificate'] });
    const insurer = (name: string, automaticFrom: number | 'no-age') =>
      house.manager.ok(addInsurer, {
        name,
        automaticFrom,
        type: 'late-elderly',
        endsAtSeventy: false,
        yearEnds: [],
      });
    const papers = [await insurer('みなみ広域連合', 75), await insurer('きた広域連合', 'no-age')].map(
      async ({ id: insurerId }) => {
        const { id } = await house.anItem({
          residentId,
          agreementId: agreement.id,
          kind: 'eligibility-certificate',
          printedExpiresOn: ahead,
          insurerType: 'late-elderly',
        });
        await house.manager.ok(nameInsurer, { insurerId }, { id });
        return lineOf(id, ahead);
      },
    );
    expect((await Promise.all(papers)).map(({ way }) => way)).toEqual(['arrives', 'apply']);
  });

  it('has no line for what is of another facility', async () => {
    const { id } = await aPaper({ home: house.second });
    await expect(lineOf(id)).rejects.toThrow('no line');
  });
});

describe('swapping', () => {
  it('opens the envelope, takes the new paper in and ends the old one, in one command', async () => {
    const { residentId, id } = await aPaper();
    await arrive(residentId);
    const envelopeId = (await lineOf(id)).envelope?.id ?? '';
    const reply = await swap([{ oldId: id, envelopeId }]);
    expect(reply.status).toBe(201);
    const { entries } = await house.manager.ok(listEntries, undefined, { residentId });
    const made = entries.filter(({ command }) => command === reply.body.receipt.commandId).reverse();
    expect(made.map(({ type, part }) => [type, part])).toEqual([
      ['envelope.opened', 0],
      ['item.taken-in', 1],
      ['item.handed-over', 2],
      ['item.handed-over', 3],
    ]);
    expect(made.every(({ resident }) => resident?.name === '山田 ハナ')).toBe(true);
    expect(await lineOf(id)).toMatchObject({ state: 'done', next: { printedExpiresOn: ahead } });
    const old = await house.manager.ok(readItem, undefined, { id });
    expect(old.custody).toMatchObject({ at: 'ended', disposition: 'destroyed' });
    const { items } = await house.manager.ok(listItems, undefined, { residentId, place: 'stored' });
    expect(items).toMatchObject([{ kind: COPAY, printedExpiresOn: ahead, storage: expect.anything() as unknown }]);
  });

  it('keeps the old one beside the new one while it counts, and ends it afterwards', async () => {
    const { id } = await aPaper({ endsOn: ahead });
    const later = addDays(ahead, 365);
    expect(
      (await swap([{ oldId: id }], { endsOn: ahead, rows: [{ oldId: id, printedExpiresOn: later }] })).status,
    ).toBe(201);
    const line = await lineOf(id, ahead);
    expect(line).toMatchObject({ state: 'both', old: { at: 'stored' } });
    const again = await swap([{ oldId: id, nextId: line.next?.id ?? '' }], { endsOn: ahead });
    expect(again.refusal).toEqual({ kind: 'nothing-to-change' });
  });

  it('ends the old one alone when the new one is here already', async () => {
    const { residentId, id } = await aPaper();
    const agreement = await house.anAgreement({ residentId, kinds: [COPAY] });
    const next = await house.anItem({
      residentId,
      agreementId: agreement.id,
      kind: COPAY,
      printedExpiresOn: ahead,
    });
    expect((await lineOf(id)).state).toBe('both');
    expect(
      (await swap([{ oldId: id, nextId: next.id }], { disposition: 'replaced' })).body.receipt.entries,
    ).toHaveLength(1);
    expect(await lineOf(id)).toMatchObject({ state: 'done', next: { id: next.id } });
  });

  it('the new paper is of the insurer of the old one, whose year decides', async () => {
    const habits = { type: 'national', endsAtSeventy: false, automaticFrom: 'book' } as const;
    const usual = await house.manager.ok(addInsurer, { name: 'さくら市', ...habits, yearEnds: [] });
    const other = await house.manager.ok(addInsurer, {
      name: 'もみじ市',
      ...habits,
      yearEnds: [{ kind: COPAY, ends: '09-30' }],
    });
    const { residentId, id } = await aPaper();
    await house.manager.ok(nameInsurer, { insurerId: usual.id }, { id });
    const { receipt } = (await swap([{ oldId: id }])).body;
    expect(receipt.entries).toHaveLength(3);
    const { insurers } = await house.manager.ok(listInsurers);
    expect(insurers.find((one) => one.id === usual.id)?.items).toBe(1);
    const [kept] = (await house.manager.ok(listItems, undefined, { residentId, place: 'stored' })).items;
    expect(kept?.printedExpiresOn).toBe(ahead);
    const undated = await house.anItem({ kind: COPAY });
    const lines = async () => (await house.manager.ok(readSwap, undefined, { endsOn: ahead })).lines;
    expect((await lines()).some(({ old }) => old.id === undated.id)).toBe(true);
    await house.manager.ok(nameInsurer, { insurerId: other.id }, { id: undated.id });
    expect((await lines()).some(({ old }) => old.id === undated.id)).toBe(false);
  });

  it('of many is all or nothing', async () => {
    const papers = await Promise.all([aPaper(), aPaper({ rule: 'stay-closed' }), aPaper()]);
    const before = await house.ledgerSize();
    const reply = await swap(papers.map(({ id }) => ({ oldId: id })));
    expect(reply.refusal).toEqual({
      kind: 'envelope-stays-closed',
      residentId: papers[1].residentId,
      obstacle: 'not-agreed',
    });
    expect(await house.ledgerSize()).toBe(before);
    expect((await lineOf(papers[0].id)).state).toBe('awaited');
  });

  it('needs somebody else who looks on, and who is of this house', async () => {
    const { id } = await aPaper();
    expect((await swap([{ oldId: id }], { witnessId: null })).refusal).toMatchObject({ kind: 'witness-missing' });
    expect((await swap([{ oldId: id }], { witnessId: house.manager.staffId })).refusal).toEqual({
      kind: 'witness-is-actor',
    });
    const stranger = await house.second.aStaff();
    expect((await swap([{ oldId: id }], { witnessId: stranger.staffId })).refusal).toEqual({ kind: 'not-found' });
  });

  it('sent again answers the first receipt, and swaps nothing twice', async () => {
    const { residentId, id } = await aPaper();
    const commandId = crypto.randomUUID();
    const first = await swap([{ oldId: id }], { commandId });
    const size = await house.ledgerSize();
    expect((await swap([{ oldId: id }], { commandId })).body).toEqual(first.body);
    expect(await house.ledgerSize()).toBe(size);
    expect((await house.manager.ok(listItems, undefined, { residentId, place: 'stored' })).items).toHaveLength(1);
    expect((await swap([{ oldId: id }])).refusal).toMatchObject({ kind: 'item-ended' });
  });

  it('does not know the papers of another facility', async () => {
    const { id } = await aPaper({ home: house.second });
    expect((await swap([{ oldId: id }])).refusal).toEqual({ kind: 'not-found' });
  });
});

test(`${String(MANY)} residents are received and swapped in one command each`, async () => {
  const papers: { residentId: string; id: string }[] = [];
  for (let n = 0; n < MANY; n++) papers.push(await aPaper());
  const received = await house.manager.ok(receiveEnvelopes, {
    envelopes: papers.map(({ residentId }) => ({ residentId, from: 'insurer' as const, expected: [COPAY] })),
  });
  expect(received.receipt.entries).toHaveLength(2 * MANY);
  const ids = new Set(papers.map(({ id }) => id));
  const sealed = (await house.manager.ok(readSwap)).lines.filter(({ old }) => ids.has(old.id));
  expect(sealed.every(({ state }) => state === 'sealed')).toBe(true);
  const reply = await swap(sealed.map(({ old, envelope }) => ({ oldId: old.id, envelopeId: envelope?.id ?? '' })));
  expect(reply.body.receipt.entries).toHaveLength(4 * MANY);
  const done = (await house.manager.ok(readSwap, undefined, { endsOn: last })).lines.filter(({ old }) =>
    ids.has(old.id),
  );
  expect(done.map(({ state }) => state)).toEqual(papers.map(() => 'done'));
  // What the screens show is what the record says.
  const { sql } = house.database.reads;
  const head = await readHead(sql, house.facilityId, 'custody');
  if (!head) throw new Error('no log');
  const stale = await firstStale(sql, { ...head, facilityId: house.facilityId }, () => Promise.resolve());
  expect(stale).toBeNull();
});
