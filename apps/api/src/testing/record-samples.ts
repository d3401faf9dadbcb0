import { addDays, addMonths, monthOf, quarterOf } from '@azukari/domain';
import type { Sample } from './things.ts';

/** hoursAgo is a moment so many hours ago. */
export const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
const lastQuarter = (today: string): string => quarterOf(addDays(quarterOf(today), -1));
/** A root that no record has. */
const NOWHERE = `${'A'.repeat(43)}=`;
/** none is a request that says nothing. */
export const none: Sample = () => ({});

/** RECORD_SAMPLES are the requests about counting, keys, leaving, and the record itself. */
export const RECORD_SAMPLES = {
  // counts
  readCounts: none,
  readCount: ({ countId }) => ({ at: { id: countId } }),
  startCount: ({ drawerId }) => ({ body: { drawerId } }),
  enterCount: ({ countId, pouchId }) => ({
    at: { id: countId },
    body: { seen: [{ storageId: pouchId, kind: 'care-insurance-card', quantity: 1 }] },
  }),
  settleDifference: ({ comparedId, outId, emptyPouchId }) => ({
    at: { id: comparedId },
    body: { difference: 1, as: 'found', itemId: outId, storageId: emptyPouchId },
  }),
  readOpening: none,
  lookForListed: ({ listedId, itemId }) => ({ at: { id: listedId }, body: { there: [itemId], missing: [] } }),
  enterList: ({ lookedId }) => ({ at: { id: lookedId } }),
  recount: ({ comparedId }) => ({ at: { id: comparedId } }),
  closeCount: ({ settledId }) => ({ at: { id: settledId } }),
  dropCount: ({ countId }) => ({ at: { id: countId } }),
  takeOverCount: ({ othersId }) => ({ at: { id: othersId } }),
  confirmCounts: ({ awaitedId }) => ({ body: { countIds: [awaitedId] } }),
  readReconciliations: none,
  readReconciliation: ({ monthBegunId }) => ({ at: { id: monthBegunId } }),
  startReconciliation: (_, today) => ({ body: { month: monthOf(addMonths(today, -1)) } }),
  joinCount: ({ monthBegunId, drawerId }) => ({ at: { id: monthBegunId }, body: { drawerId } }),
  finishReconciliation: ({ monthCountedId }) => ({ at: { id: monthCountedId } }),
  confirmReconciliation: ({ monthAwaitedId }) => ({ at: { id: monthAwaitedId } }),
  correctReconciliation: ({ monthClosedId }) => ({
    at: { id: monthClosedId },
    body: { reason: 'learnt-later', explanation: '棚の奥にもう1枚ありました' },
  }),
  dropReconciliation: ({ monthBegunId }) => ({ at: { id: monthBegunId } }),
  setCountPolicy: () => ({ body: { version: 0, shifts: ['08:30'], second: 'always' } }),

  // keys
  readKeys: none,
  handOverKey: ({ drawerId, staffId }) => ({ at: { id: drawerId }, body: { from: null, to: staffId } }),
  setKeys: () => ({ body: { kept: false } }),

  // who looked at whom
  listViewReviews: none,
  readViewExceptions: (_, today) => ({ at: { quarterOn: lastQuarter(today) } }),
  reviewViews: (_, today) => ({ body: { quarterOn: lastQuarter(today), judged: [] } }),

  // erasures
  listErasures: none,
  askErasure: ({ goneId }) => ({ body: { kind: 'resident', personId: goneId, ground: 'retention-over' } }),
  withdrawErasure: ({ erasureId }) => ({ at: { id: erasureId } }),
  confirmErasure: ({ erasureId }) => ({ at: { id: erasureId } }),
  holdErasure: ({ goneId }) => ({ body: { kind: 'resident', personId: goneId, hold: true } }),

  // gaps
  listGaps: none,
  explainGap: () => ({
    body: { gaps: [{ log: 'custody', size: 1, root: NOWHERE }], cause: 'unknown', reason: '理由' },
  }),
  confirmGap: () => ({ body: { seq: 0 } }),

  // pictures
  readItemPicture: ({ itemId }, today) => ({ at: { id: itemId, from: today, to: today } }),
  readDayPicture: (_, today) => ({ at: { on: today } }),
  readWeekPicture: (_, today) => ({ at: { from: addDays(today, -27), to: today } }),
  readLatePicture: (_, today) => ({ at: { from: today, to: today } }),
  readCountPicture: (_, today) => ({ at: { from: addMonths(today, -6), to: today } }),

  // the record
  listEntries: ({ itemId, residentId }) => ({ at: { itemId, residentId, from: hoursAgo(5) } }),
  readAnchors: none,
  checkAnchor: () => ({ at: { kept: '0000-0000-0000-0000' } }),
  readCheckpoint: none,
  readProof: ({ outSeq }) => ({ at: { seq: String(outSeq) } }),
  readReceipt: ({ outSeq }) => ({ at: { seq: String(outSeq) } }),
  readConsistency: () => ({ at: { from: '1', to: '2' } }),
  makePack: () => ({ at: { from: hoursAgo(5) } }),
  readPackProgress: none,
  listInspections: none,
  makeInspection: (_, today) => ({ body: { from: today, to: today } }),
  readInspectionProgress: none,
  readInspectionSettings: none,
  setInspections: () => ({
    body: { version: 0, formNames: [{ part: 'movements', name: '様式第4号 出納簿' }], headOffice: 'honbu@example.jp' },
  }),
  // from home to home
  readTransfers: none,
  sendItems: ({ residentId, itemId }) => ({
    at: { id: residentId },
    body: { itemIds: [itemId], to: { name: '第五' }, dueBackAt: hoursAgo(-48), note: '家族が送る' },
  }),
  answerTransfer: ({ comingId, residentId, pouchId }) => ({
    at: { id: comingId },
    body: { version: 1, lines: [{ line: 0, as: 'arrived' }], residentId, storageId: pouchId },
  }),
  cancelTransfer: ({ passedOnId }) => ({ at: { id: passedOnId }, body: { version: 1 } }),
  // leaving
  comeBack: ({ outId }) => ({
    body: { items: [{ itemId: outId, as: 'back' }], family: { relation: 'family', name: '長女' } },
  }),
  undoLeaving: ({ goneId }) => ({
    at: { id: goneId },
    body: { version: 2, why: 'did-not-happen', explanation: '別の方でした' },
  }),
  resumeResidentNotices: ({ stoppedId }) => ({ at: { id: stoppedId }, body: { version: 3 } }),
  noteDispute: ({ residentId }) => ({
    at: { id: residentId },
    body: { version: 1, disputed: true, explanation: '長男と次女の話し合い中' },
  }),
} satisfies Readonly<Record<string, Sample>>;
