import {
  cancelEntry,
  closeLoss,
  describeLoss,
  explainLoss,
  handOver,
  listEntries,
  listLosses,
  noteLossStep,
  readBoard,
  readItem,
  reopenLoss,
  reportFound,
  reportMissing,
} from '@azukari/contract';
import type { DraftOf } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Somebody whose card is lost, and the number of the entry that says so. */
const lostCard = async (home: Home = house) => {
  const { id: cardId } = await home.anItem({ kind: 'my-number-card' });
  const { receipt } = await home.manager.ok(reportMissing, { itemIds: [cardId], note: '一日さがした' });
  return { cardId, seq: receipt.entries[0]?.seq ?? -1 };
};
const lossOf = async (seq: number, open?: 'true') =>
  (await house.manager.ok(listLosses, undefined, open ? { open } : {})).losses.find((loss) => loss.seq === seq);
type Step = Omit<DraftOf<typeof noteLossStep>, 'commandId'>;
const step = (seq: number, more: Partial<Step> = {}): Step => ({
  seq,
  step: 'family-told',
  answer: 'done',
  staffId: house.manager.staffId,
  ...more,
});

describe('what is done about a loss', () => {
  it('begins with the guide of the kind, and who reported it', async () => {
    const { seq, cardId } = await lostCard();
    const loss = await lossOf(seq, 'true');
    expect(loss).toMatchObject({
      item: { id: cardId, kind: 'my-number-card' },
      reportNote: '一日さがした',
      reportedBy: '佐藤 花子',
      place: null,
      expressUntil: null,
      explained: null,
      ending: null,
    });
    expect(loss?.steps.map((one) => one.step)).toContain('card-stopped');
    expect(loss?.steps.every((one) => one.noted === null)).toBe(true);
  });

  it('follows what is told of it: the police only outside, the certificate first for who cannot leave the bed', async () => {
    const { seq } = await lostCard();
    const noticedAt = new Date(Date.parse(house.clock.now()) - 3 * 3_600_000).toISOString();
    await house.manager.ok(describeLoss, {
      seq,
      place: 'inside',
      bedridden: 'yes',
      noticedAt,
      noticedBy: '鈴木 一郎',
      note: 'お部屋でなくした',
    });
    const loss = await lossOf(seq);
    expect(loss).toMatchObject({ noticedAt, noticedBy: '鈴木 一郎', note: 'お部屋でなくした', place: 'inside' });
    const steps = loss?.steps.map((one) => one.step) ?? [];
    expect(steps.indexOf('certificate-applied')).toBeLessThan(steps.indexOf('municipality-told'));
    expect(loss?.steps.find((one) => one.step === 'police-told')).toMatchObject({
      settled: true,
      need: 'not-required',
    });
  });

  it('is ticked with who did it and when, beside who wrote it down; and opened again', async () => {
    const { seq } = await lostCard();
    const colleague = await house.aStaff({ role: 'floor' });
    const doneAt = new Date(Date.parse(house.clock.now()) - 3_600_000).toISOString();
    await colleague.ok(noteLossStep, step(seq, { doneAt, note: '長女の方に電話' }));
    expect((await lossOf(seq))?.steps.find((one) => one.step === 'family-told')).toMatchObject({
      settled: true,
      noted: {
        answer: 'done',
        at: doneAt,
        by: '佐藤 花子',
        recordedBy: expect.stringContaining('鈴木 一郎') as string,
        note: '長女の方に電話',
      },
    });
    await house.manager.ok(noteLossStep, { seq, step: 'family-told', answer: 'not-done' });
    expect((await lossOf(seq))?.steps.find((one) => one.step === 'family-told')).toMatchObject({ noted: null });
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'loss.', limit: 2 });
    expect(entries.map(({ facts }) => facts)).toEqual([
      { of: seq, step: 'family-told', answer: 'not-done', staff: null },
      { of: seq, step: 'family-told', answer: 'done', staff: house.manager.staffId },
    ]);
  });

  it('counts thirty days for a new card from the report to the city', async () => {
    const { seq } = await lostCard();
    await house.manager.ok(noteLossStep, step(seq, { step: 'municipality-told' }));
    const until = (await lossOf(seq))?.expressUntil ?? '';
    expect(Math.round((Date.parse(until) - Date.parse(house.clock.today())) / 86_400_000)).toBe(30);
  });

  it('needs a name for what was done, and nothing that is to come', async () => {
    const { seq } = await lostCard();
    expect(await house.manager.send(noteLossStep, { seq, step: 'searched', answer: 'done' })).toMatchObject({
      status: 400,
      issues: [{ path: 'staffId', code: 'empty' }],
    });
    const doneAt = new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString();
    expect((await house.manager.send(noteLossStep, step(seq, { doneAt }))).refusal).toMatchObject({
      kind: 'occurred-in-future',
    });
    const stranger = await house.second.aStaff();
    expect((await house.manager.send(noteLossStep, step(seq, { staffId: stranger.staffId }))).refusal).toMatchObject({
      kind: 'not-found',
    });
  });

  it('is closed with a reason, opened again, and ends by itself when the card turns up', async () => {
    const { seq, cardId } = await lostCard();
    await house.manager.ok(closeLoss, { seq, as: 'reissued', note: '新しいカードが届いた' });
    expect(await lossOf(seq, 'true')).toBeUndefined();
    expect((await lossOf(seq))?.ending).toMatchObject({ as: 'reissued', note: '新しいカードが届いた' });
    expect((await house.manager.send(closeLoss, { seq, as: 'other', note: 'もう一度' })).refusal).toEqual({
      kind: 'nothing-to-change',
    });
    await house.manager.ok(reopenLoss, { seq });
    expect(await lossOf(seq, 'true')).toBeDefined();
    await house.manager.ok(reportFound, { itemIds: [cardId], note: '上着の中' });
    expect(await lossOf(seq, 'true')).toBeUndefined();
    expect((await lossOf(seq))?.ending).toMatchObject({ as: 'found', note: '上着の中', by: '佐藤 花子' });
    await house.manager.ok(explainLoss, { seq, cause: '上着に入れたまま', prevention: '帰ったらすぐにもどす' });
    expect((await lossOf(seq))?.explained).toMatchObject({
      cause: '上着に入れたまま',
      prevention: '帰ったらすぐにもどす',
    });
  });

  it('of two who close it at once one hears that it is closed; what was reported by mistake has nothing to close', async () => {
    const { seq, cardId } = await lostCard();
    const deputy = await house.aStaff({ level: 'deputy' });
    const close = (by = house.manager) => by.send(closeLoss, { seq, as: 'reissued', note: '新しいカードが届いた' });
    const both = await Promise.all([close(), close(deputy)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    await house.manager.ok(reopenLoss, { seq });
    const mistake = { seq, reason: 'did-not-happen', explanation: '引き出しの奥にあった' } as const;
    const [cancelled] = await Promise.all([deputy.send(cancelEntry, mistake), close()]);
    expect(cancelled.status).toBe(201);
    expect(await lossOf(seq)).toBeUndefined();
    expect((await close()).refusal).toEqual({ kind: 'not-found' });
    expect((await house.manager.ok(readItem, undefined, { id: cardId })).custody.at).toBe('stored');
  });

  it('ends when a new card takes its place', async () => {
    const { seq, cardId } = await lostCard();
    await house.manager.ok(handOver, {
      itemIds: [cardId],
      disposition: 'returned',
      receiver: { relation: 'resident', name: '' },
    });
    expect((await lossOf(seq))?.ending).toMatchObject({ as: 'ended' });
  });

  it('belongs to one house', async () => {
    const { seq } = await lostCard(house.second);
    const { losses } = await house.manager.ok(listLosses);
    const theirs = (await house.second.manager.ok(listLosses)).losses;
    expect(theirs.map((loss) => loss.seq)).toContain(seq);
    expect(losses.map(({ item }) => item.id)).not.toContain(theirs[0]?.item.id);
  });

  it('stands on 今日 with how far it is, until it ends', async () => {
    const { seq, cardId } = await lostCard();
    await house.manager.ok(noteLossStep, step(seq));
    const onBoard = async () => (await house.manager.ok(readBoard)).losses.find((loss) => loss.itemId === cardId);
    expect(await onBoard()).toMatchObject({ seq, settled: 1, steps: 8 });
    await house.manager.ok(closeLoss, { seq, as: 'not-reissued', note: 'ご家族と相談した' });
    expect(await onBoard()).toBeUndefined();
  });
});
