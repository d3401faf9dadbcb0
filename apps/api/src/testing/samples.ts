import type * as contract from '@azukari/contract';
import { addDays } from '@azukari/domain';
import { RECORD_SAMPLES, hoursAgo, none } from './record-samples.ts';
import { SESSION_SAMPLES, aLoginId, person } from './session-samples.ts';
import type { Sample } from './things.ts';

type EndpointName = {
  [K in keyof typeof contract]: (typeof contract)[K] extends contract.Endpoint ? K : never;
}[keyof typeof contract];

const OWN_WORDS = {
  kind: 'certificate-expiry',
  language: 'ja',
  when: 'before',
  todo: '窓口は{opens}から{date}までです。',
  bring: '',
  who: '',
  missed: '',
};
const contactFields = {
  ...person,
  order: 2,
  relation: '長女',
  capacity: 'family',
  phone: '03-1234-5678',
  email: 'fumi@example.jp',
  address: '東京都千代田区1-1',
  language: 'ja',
  handOver: 'ask-manager',
  mayKnow: true,
  note: '夜は留守',
};
const now = (): string => new Date().toISOString();

/** What ends of `itemId` and `closedId`. */
const DEADLINE = { kind: 'care-certification-renewal', date: '2030-03-31' };

/** What is noted of `residentId`. */
export const APPLICATION = {
  ground: 'in-facility',
  applicant: 'staff',
  byProxy: true,
  appliedOn: null,
  arrivedOn: null,
  renews: 'unknown',
} as const;

/** What an insurer does in its own way. */
export const INSURER = {
  type: 'national',
  yearEnds: [{ kind: 'local-medical-subsidy', ends: '09-30' }],
  endsAtSeventy: false,
  automaticFrom: 'book',
} as const;

/** SAMPLES has one accepted request for every endpoint; a manager who is responsible may send each. */
export const SAMPLES: Readonly<Record<EndpointName, Sample>> = {
  ...SESSION_SAMPLES,
  readHealth: none,
  listRules: none,
  previewRules: () => ({ body: { asOf: '2026-11-22', kind: 'my-number-card', birthDate: '1980-10-10' } }),
  listDeadlines: none,
  closeDeadline: ({ itemId }) => ({ body: { itemId, ...DEADLINE, reason: 'settled' } }),
  listInsurers: none,
  addInsurer: () => ({ body: { name: '桜市 介護保険', ...INSURER } }),
  changeInsurer: ({ insurerId }) => ({
    at: { id: insurerId },
    body: { version: 1, name: '桜市 国民健康保険', ...INSURER, endsAtSeventy: true },
  }),
  retireInsurer: ({ insurerId }) => ({ at: { id: insurerId }, body: { version: 1 } }),
  nameInsurer: ({ itemId, insurerId }) => ({ at: { id: itemId }, body: { insurerId } }),
  readWorkLists: none,
  noteMovingIn: ({ residentId }, today) => ({
    at: { id: residentId },
    body: { version: 0, address: 'moves', movedOn: null, noticeGivenOn: today, cardContinuedOn: null },
  }),
  noteApplication: ({ residentId, applicationSeq }, today) => ({
    at: { id: residentId },
    body: { version: applicationSeq, ...APPLICATION, applicant: 'family', appliedOn: today },
  }),
  withdrawApplication: ({ residentId, applicationSeq }) => ({
    at: { id: residentId },
    body: { version: applicationSeq },
  }),
  reopenDeadline: ({ closedId }) => ({ body: { itemId: closedId, ...DEADLINE } }),
  listReminders: none,
  findReminder: ({ replyCode }) => ({ at: { code: replyCode } }),
  acknowledgeReminder: ({ noticeId }) => ({ at: { id: noticeId }, body: { outcome: 'told' } }),
  withholdReminder: ({ noticeId }) => ({ at: { id: noticeId } }),
  bounceReminder: ({ sentId }) => ({ at: { id: sentId } }),
  answerReminder: ({ noticeId }, today) => ({
    at: { id: noticeId },
    body: { answer: 'self-renewal', plannedOn: addDays(today, 7) },
  }),
  settleAnswer: ({ answerId }) => ({ at: { id: answerId } }),
  resumeReminders: () => ({ body: { hold: 'confirm-first' } }),
  testReminders: () => ({ body: { to: 'jimusho@example.jp' } }),
  readTest: ({ testId }) => ({ at: { id: testId } }),
  readNoticeSettings: none,
  changeNoticeSettings: () => ({
    body: {
      version: 1,
      signer: '佐藤',
      title: '生活相談員',
      hours: '平日9時〜17時',
      steps: [{ kind: 'certificate-expiry', daysBefore: [90, 30], thenEveryMonths: 1, audience: 'family' }],
    },
  }),
  readNoticeWords: none,
  changeNoticeWords: () => ({ body: { version: 1, ...OWN_WORDS } }),
  previewNoticeWords: () => ({ body: OWN_WORDS }),
  setDemoClock: () => ({ body: { days: null, at: '10:00' } }),
  addDemoFacility: () => ({
    body: { name: '第四', manager: { ...person, loginId: aLoginId(), password: 'azukari-demo' } },
  }),
  setDemoPassword: ({ staffId }) => ({ body: { staffId, password: 'azukari-demo' } }),

  // people
  listResidents: () => ({ at: { q: 'やまだ' } }),
  registerResident: () => ({
    body: { ...person, room: '203', birthDate: '1938-01-05', admittedOn: '2024-04-01', note: '左耳が遠い' },
  }),
  importList: () => ({
    body: {
      titles: ['氏名', 'ふりがな', '部屋', 'キーパーソン', '種別', '備考'],
      columns: ['name', 'kana', 'room', 'contactName', 'kind', null],
      rows: [{ line: 2, cells: [`${aLoginId()} 様`, 'さま', '301', '山田 一郎', '介護保険証', '窓側'] }],
      dryRun: false,
    },
  }),
  readImport: () => ({ at: { id: crypto.randomUUID() } }),
  readResident: ({ residentId }) => ({ at: { id: residentId } }),
  changeResident: ({ residentId }) => ({
    at: { id: residentId },
    body: { version: 1, ...person, room: '305', birthDate: '1941-01-01', admittedOn: null, note: '窓側' },
  }),
  leaveResident: ({ residentId }, today) => ({
    at: { id: residentId },
    body: { version: 1, on: today, reason: 'moved' },
  }),
  checkResident: ({ residentId }, today) => ({
    at: { id: residentId },
    body: { question: 'registered', answer: 'yes', on: today },
  }),
  listContacts: ({ residentId }) => ({ at: { residentId } }),
  addContact: ({ residentId }) => ({ body: { residentId, ...contactFields } }),
  changeContact: ({ contactId }) => ({ at: { id: contactId }, body: { version: 1, ...contactFields } }),
  removeContact: ({ contactId }) => ({ at: { id: contactId }, body: { version: 1 } }),
  listAgreements: ({ residentId }) => ({ at: { residentId } }),
  makeAgreement: ({ residentId }, today) => ({
    body: {
      residentId,
      kinds: ['patient-card', 'my-number-card'],
      signerName: '山田 太郎',
      capacity: 'family',
      reason: '通院のため',
      willHeard: 'gesture',
      willNote: 'うなずかれた',
      paperPlace: '事務所の棚',
      envelopes: 'insurer-may-be-opened',
      signedOn: today,
      from: today,
      to: null,
    },
  }),
  listUnsigned: none,
  makeAgreements: ({ residentId }, today) => ({
    body: {
      reason: '通院のため',
      willHeard: 'gesture',
      paperPlace: '事務所の棚',
      signedOn: today,
      from: today,
      signed: [{ residentId, kinds: ['patient-card'], signerName: '山田 太郎', capacity: 'family' }],
    },
  }),
  endAgreement: ({ agreementId }, today) => ({ at: { id: agreementId }, body: { version: 1, on: today } }),
  settleEnvelopes: ({ agreementId }) => ({ at: { id: agreementId }, body: { version: 1, rule: 'stay-closed' } }),
  reviewAgreement: ({ agreementId }, today) => ({ at: { id: agreementId }, body: { version: 1, on: today } }),
  listStaff: none,
  addStaff: () => ({ body: { ...person, name: aLoginId(), loginId: aLoginId(), role: 'floor' } }),
  changeStaff: ({ staffId }) => ({ at: { id: staffId }, body: { version: 1, ...person, role: 'auditor' } }),
  leaveStaff: ({ staffId }) => ({ at: { id: staffId }, body: { version: 1 } }),
  giveCode: ({ staffId }) => ({ at: { id: staffId }, body: { version: 1 } }),
  listAppointments: (_, today) => ({ at: { on: today } }),
  appoint: ({ staffId }, today) => ({ body: { staffId, level: 'deputy', from: addDays(today, 60), to: null } }),
  noteTraining: ({ staffId }, today) => ({ at: { id: staffId }, body: { on: addDays(today, -1) } }),
  withdrawTraining: ({ staffId }, today) => ({ at: { id: staffId }, body: { on: today } }),
  confirmAppointment: ({ appointmentId }) => ({ at: { id: appointmentId }, body: {} }),
  readBreakGlass: none,
  sealBreakGlass: () => ({ body: {} }),
  closeBreakGlass: () => ({ body: { reason: '管理者の電話が壊れたため' } }),
  endAppointment: ({ appointmentId }, today) => ({ at: { id: appointmentId }, body: { version: 1, on: today } }),

  // the facility and its places
  readFacility: none,
  changeFacility: () => ({
    body: {
      version: 1,
      name: 'さくら苑 本館',
      head: '佐藤 花子',
      address: '京都市',
      phone: '075-111-2222',
      residentWord: '入居者',
      honorific: '様',
      nightListAt: '16:30',
    },
  }),
  readRegulation: none,
  setRegulation: () => ({ body: { version: 0, places: [{ place: 'safe', text: '2階の事務室の金庫' }] } }),
  publishAgreementText: () => ({ body: { text: '施設は善良な管理者の注意をもって保管します。' } }),
  listStorages: none,
  addStorage: () => ({ body: { parentId: null, kind: 'locker', label: '第二金庫', pouches: 2, firstNumber: 11 } }),
  changeStorage: ({ pouchId }) => ({ at: { id: pouchId }, body: { version: 1, label: '窓側の99番' } }),
  retireStorage: ({ emptyPouchId }) => ({ at: { id: emptyPouchId }, body: { version: 1 } }),

  // items and custody
  listItems: ({ residentId }) => ({ at: { residentId } }),
  readItem: ({ itemId }) => ({ at: { id: itemId } }),
  readBringing: ({ residentId }) => ({ at: { id: residentId, setting: 'outpatient', goesAlong: 'true' } }),
  takeIn: ({ residentId, agreementId, pouchId, insurerId }) => ({
    body: {
      residentId,
      agreementId,
      kind: 'my-number-card',
      label: 'きいろの袋',
      storageId: pouchId,
      printedExpiresOn: '2029-01-01',
      insurerId,
      condition: 'good',
      handedInBy: '長女',
      note: 'ケースあり',
    },
  }),
  describeItem: ({ itemId }) => ({
    at: { id: itemId },
    body: { printedExpiresOn: '2028-07-31', certificateExpiresOn: null, insurerType: null, authMode: null },
  }),
  assignItem: ({ foundId, residentId }) => ({ at: { id: foundId }, body: { residentId } }),
  checkOut: ({ itemId }) => ({
    body: {
      itemIds: [itemId],
      purpose: 'outpatient',
      destination: '第一病院',
      holder: { kind: 'other', name: '高橋 ふみ', relation: 'family', contactId: null },
      dueBackAt: new Date(Date.now() + 3_600_000).toISOString(),
      note: '車いすで',
    },
  }),
  checkIn: ({ outId, pouchId }) => ({
    body: { itemIds: [outId], storageId: pouchId, condition: 'good', note: '角が折れている' },
  }),
  changeCustody: ({ outId, staffId }) => ({
    body: { itemIds: [outId], holder: { kind: 'staff', staffId }, note: '運転手へ' },
  }),
  moveItems: ({ itemId, emptyPouchId }) => ({ body: { itemIds: [itemId], storageId: emptyPouchId } }),
  handOver: ({ itemId, contactId }) => ({
    body: {
      itemIds: [itemId],
      disposition: 'returned',
      receiver: { relation: 'family', name: '長男', contactId },
      note: '封筒で',
    },
  }),
  holdTemporarily: ({ residentId, pouchId, insurerId }) => ({
    body: {
      residentId,
      kind: 'other',
      label: '会員証',
      reason: 'handed-in',
      storageId: pouchId,
      insurerId,
      condition: 'good',
      handedInBy: '配達の方',
      note: '玄関で',
    },
  }),
  agreeItems: ({ heldId, agreementId, pouchId }) => ({ body: { itemIds: [heldId], agreementId, storageId: pouchId } }),
  confirmWhereabouts: ({ outId }) => ({ body: { itemIds: [outId] } }),
  startSearch: ({ itemId }) => ({ body: { itemIds: [itemId], note: '引き出しにない' } }),
  reportMissing: ({ itemId }) => ({ body: { itemIds: [itemId], note: '一日さがした' } }),
  reportFound: ({ outId, pouchId }) => ({ body: { itemIds: [outId], storageId: pouchId, note: '鞄の中' } }),
  enterLate: ({ heldId, staffId, pouchId }) => ({
    body: {
      itemIds: [heldId],
      purpose: 'pharmacy',
      destination: '薬局',
      holder: { kind: 'staff', staffId },
      outAt: now(),
      backAt: now(),
      storageId: pouchId,
      sheet: 'F3-12',
      note: '停電のとき',
    },
  }),
  readSheet: () => ({ at: { sheet: 'F3-12' } }),
  enterSheet: ({ heldId, staffId }) => ({
    body: {
      dryRun: false,
      sheet: 'F3-13',
      lines: [
        {
          line: 2,
          itemIds: [heldId],
          purpose: 'pharmacy',
          destination: '駅前の薬局',
          holder: { kind: 'staff', staffId },
          outAt: now(),
          backAt: now(),
        },
      ],
    },
  }),
  amendEntry: ({ outSeq }) => ({
    body: {
      seq: outSeq,
      reason: 'mistyped',
      explanation: '行き先のまちがい',
      destination: '第二病院',
      holderName: '救急隊',
      note: '訂正',
    },
  }),
  cancelEntry: ({ outSeq }) => ({ body: { seq: outSeq, reason: 'wrong-item', explanation: '別のカード' } }),
  reviewEmergency: ({ outSeq }) => ({ body: { seq: outSeq, outcome: 'in-order', note: '問題なし' } }),
  readCommand: ({ pastCommandId }) => ({ at: { id: pastCommandId } }),
  readCustodyAt: () => ({ at: { at: now() } }),
  readBoard: none,
  readOverview: none,
  issueForm: ({ residentId, itemId }) => ({
    at: { form: 'F2' },
    body: {
      residentIds: [residentId],
      itemIds: [itemId],
      largePrint: false,
      visit: { setting: 'outpatient', goesAlong: true, destination: '第一病院', holder: '高橋 ふみ' },
    },
  }),

  // envelopes and the mass swap
  listEnvelopes: none,
  receiveEnvelopes: ({ residentId, pouchId }) => ({
    body: {
      envelopes: [{ residentId, storageId: pouchId, from: 'insurer', expected: ['eligibility-certificate'] }],
      note: '午前の便',
    },
  }),
  markEnvelope: ({ envelopeId }) => ({ at: { id: envelopeId }, body: { from: 'j-lis', expected: null } }),
  openEnvelope: ({ envelopeId, pouchId }) => ({
    at: { id: envelopeId },
    body: {
      papers: [{ kind: 'care-insurance-card', insurerType: null, printedExpiresOn: '2030-07-31', storageId: pouchId }],
      note: 'ご本人の前で',
    },
  }),
  readSwap: none,
  swapPapers: ({ itemId, envelopeId, staffId }) => ({
    body: {
      endsOn: '2026-07-31',
      rows: [{ oldId: itemId, envelopeId, nextId: null, printedExpiresOn: '2031-03-31' }],
      disposition: 'replaced',
      receiver: 'insurer',
      witnessId: staffId,
      note: '差し替え',
    },
  }),

  // losses
  listLosses: none,
  describeLoss: ({ lossSeq }) => ({
    body: {
      seq: lossSeq,
      place: 'outside',
      bedridden: 'no',
      noticedAt: hoursAgo(2),
      noticedBy: '鈴木 一郎',
      note: '受診の帰り',
    },
  }),
  noteLossStep: ({ lossSeq, staffId }) => ({
    body: {
      seq: lossSeq,
      step: 'family-told',
      answer: 'done',
      staffId,
      doneAt: hoursAgo(1),
      note: '長女の方へ電話',
    },
  }),
  explainLoss: ({ lossSeq }) => ({
    body: { seq: lossSeq, cause: '財布といっしょに置いた', prevention: '首から下げるケースで持つ' },
  }),
  closeLoss: ({ lossSeq }) => ({ body: { seq: lossSeq, as: 'other', note: 'ご本人のご希望' } }),
  reopenLoss: ({ closedLossSeq }) => ({ body: { seq: closedLossSeq } }),

  ...RECORD_SAMPLES,
};
