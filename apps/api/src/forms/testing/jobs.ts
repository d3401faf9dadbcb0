import { letterOf } from '../../notices/notices.words.ts';
import type { Letter, NoticeWords } from '../../notices/notices.words.ts';
import type {
  Carried,
  AgreementOnPaper,
  AppointmentOnPaper,
  Issue,
  ItemOnPaper,
  LossOnPaper,
  Person,
  Sheet,
  Slip,
  Support,
  Taken,
} from '../paper/sheet.ts';

const LOG = 'azukari/7d7a6e4a-1a2b-4c3d-8e9f-001122334455/custody';

/** NOTE has the form and the length of a signed checkpoint. */
export const NOTE = `${LOG}\n1043\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— ${LOG} Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n`;

/** ISSUE is an issue of papers with every field filled. */
export const ISSUE: Issue = {
  facility: {
    name: '特別養護老人ホーム さくらの里',
    head: '山本 恵子',
    address: '千葉県いすみ市深堀1234番地5',
    phone: '0470-00-1234',
    residentWord: '利用者',
  },
  issuedAt: '2026-11-21T05:05:00.000Z',
  issuedBy: '佐藤 花子',
  seq: 1042,
  anchor: { note: NOTE, code: '7H3K-Q9ZD-0VMX-4T2B', size: 1043, at: '2026-11-21T05:05:01.000Z' },
};

/** TAKASAKI has the characters that poor fonts lack. */
export const TAKASAKI: Person = {
  name: '髙﨑 𠮷右衛門',
  kana: 'たかさき きちえもん',
  room: '203',
  birthDate: '1941-08-01',
};

/** AGREEMENT covers three kinds until it is ended. */
export const AGREEMENT: AgreementOnPaper = {
  number: 12,
  kinds: ['my-number-card', 'eligibility-certificate', 'care-insurance-card'],
  textVersion: 1,
  from: '2026-04-01',
  to: null,
  envelopes: 'insurer-may-be-opened',
};

/** anItem is an 預かり品 on paper; what matters is named. */
export function anItem(given: Partial<ItemOnPaper> = {}): ItemOnPaper {
  return {
    kind: 'my-number-card',
    label: null,
    printedExpiresOn: '2031-08-01',
    noDatePrinted: false,
    certificateExpiresOn: '2026-12-10',
    insurerType: null,
    authMode: 'face-only',
    condition: 'good',
    storage: '事務室金庫',
    takenInAt: '2026-04-01T01:20:00.000Z',
    takenInBy: '鈴木 一郎',
    handedInBy: null,
    missing: false,
    out: null,
    hold: null,
    ended: null,
    envelope: null,
    ...given,
  };
}

/** aSheet is one resident's paper. */
export function aSheet(given: Partial<Sheet> = {}): Sheet {
  return { resident: TAKASAKI, agreement: AGREEMENT, text: null, items: [anItem()], ...given };
}

/** FOURTEEN are more items than anybody has, with every mark that an item can bear. */
export const FOURTEEN: readonly ItemOnPaper[] = [
  anItem({ printedExpiresOn: null }),
  anItem({ kind: 'eligibility-certificate', insurerType: 'late-elderly', authMode: null, condition: 'damaged' }),
  ...(
    [
      'care-insurance-card',
      'care-copay-certificate',
      'care-limit-certificate',
      'medical-limit-certificate',
      'disability-handbook-physical',
      'disability-handbook-mental',
      'designated-disease',
      'local-medical-subsidy',
      'specific-disease-recipient',
      'hibakusha-handbook',
      'patient-card',
    ] as const
  ).map((kind) => anItem({ kind, authMode: null, condition: 'worn' })),
  anItem({ kind: 'other', label: '介護予防手帳（写真つき・青い表紙のもの）', authMode: null, missing: true }),
];

/** aTaken is an item that goes along; what matters is named. */
export function aTaken(given: Partial<Taken> = {}): Taken {
  const { label, insurerType, authMode, printedExpiresOn, noDatePrinted } = anItem();
  return {
    kind: 'my-number-card',
    label,
    insurerType,
    authMode,
    printedExpiresOn,
    noDatePrinted,
    reason: 'proves-with-face-or-pin',
    ...given,
  };
}

/** aSlip is the 外出メモ of a visit to a clinic with a 顔認証 card. */
export function aSlip(given: Partial<Slip> = {}): Slip {
  return {
    resident: TAKASAKI,
    setting: 'outpatient',
    goesAlong: true,
    destination: 'さくら内科',
    holder: '鈴木 一郎',
    dueBackAt: '2026-11-21T08:30:00.000Z',
    taken: [aTaken(), aTaken({ kind: 'medication-notebook', printedExpiresOn: null, reason: null })],
    fallback: ['visual-check', 'oral-confirmation', 'statement-form'],
    advice: ['staff-may-place-the-card'],
    ...given,
  };
}

/** aCarried is what went along to hospital; its receiver signs for all of it. */
export function aCarried(given: Partial<Carried> = {}): Carried {
  return {
    resident: TAKASAKI,
    stay: 'hospital',
    place: '中央病院 3階東病棟',
    holder: '鈴木 一郎',
    since: '2026-11-21T01:00:00.000Z',
    dueBackAt: null,
    items: [
      aTaken({ insurerType: 'late-elderly', kind: 'eligibility-certificate', authMode: null }),
      aTaken({ kind: 'care-insurance-card', authMode: null }),
      aTaken({ kind: 'medication-notebook', printedExpiresOn: null }),
    ],
    ...given,
  };
}

/** LETTER_LINE is the certificate of a card. */
export const LETTER_LINE: NoticeWords['lines'][number] = {
  itemId: '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a11',
  residentName: TAKASAKI.name,
  residentKana: TAKASAKI.kana,
  relation: '長男',
  kind: 'my-number-card',
  label: null,
  deadline: 'certificate-expiry',
  date: '2026-12-10',
  wording: 'certificate-expiry',
  at: 'here',
};

/** aLetter is the F8 about the certificate of a card; what matters is named. */
export function aLetter(given: Partial<NoticeWords> = {}): Letter {
  const { name, phone, address, head } = ISSUE.facility;
  return letterOf({
    language: 'ja',
    on: '2026-11-22',
    house: { name, kana: '', phone, address, head },
    signer: { name: '佐藤', title: '生活相談員' },
    hours: '平日9〜17時',
    to: { name: '髙﨑 健', address: '〒298-0000 千葉県いすみ市国府台5678番地' },
    guided: true,
    lines: [LETTER_LINE],
    own: [],
    answerUrl: null,
    replyCode: 'K7-42',
    checkpoint: null,
    ...given,
  });
}

/** aSupport is an application that a member of staff makes, not sent yet. */
export function aSupport(given: Partial<Support> = {}): Support {
  return {
    resident: TAKASAKI,
    why: 'needs-support',
    insurer: '千葉県後期高齢者医療広域連合',
    insurerType: 'late-elderly',
    expiresOn: '2027-07-31',
    noted: {
      ground: 'in-facility',
      applicant: 'staff',
      byProxy: true,
      appliedOn: null,
      arrivedOn: null,
      renews: 'unknown',
    },
    ...given,
  };
}

/** anAppointment is a line of the 任命簿; what matters is named. */
export function anAppointment(given: Partial<AppointmentOnPaper> = {}): AppointmentOnPaper {
  return {
    name: TAKASAKI.name,
    role: 'floor',
    level: 'handler',
    from: '2026-04-01',
    to: null,
    appointedBy: '山本 恵子',
    recordedOn: '2026-04-01',
    endRecordedOn: null,
    trainedOn: '2026-03-25',
    ...given,
  };
}

/** aLoss is a card that was lost on an outing, with what was done so far. */
export function aLoss(given: Partial<LossOnPaper> = {}): LossOnPaper {
  const [at, recordedAt] = ['2026-11-20T02:10:00.000Z', '2026-11-20T02:20:00.000Z'];
  const noted = { answer: 'done' as const, at, by: '鈴木 一郎', note: null, recordedBy: '佐藤 花子', recordedAt };
  return {
    seq: 1030,
    resident: TAKASAKI,
    item: { kind: 'my-number-card', label: null, insurerType: null },
    noticedAt: '2026-11-20T01:05:00.000Z',
    noticedBy: '鈴木 一郎',
    reportedAt: '2026-11-20T02:00:00.000Z',
    reportedBy: '佐藤 花子',
    reportNote: 'かばんと車もさがした',
    place: 'outside',
    bedridden: 'no',
    note: '受診の帰りに気づいた',
    steps: [
      { step: 'searched', need: 'required', settled: true, noted },
      { step: 'card-stopped', need: 'required', settled: true, noted: { ...noted, note: '受付 山田さん' } },
      { step: 'police-told', need: 'required', settled: true, noted: { ...noted, note: '桜警察署 受理 第1234号' } },
      { step: 'municipality-told', need: 'required', settled: true, noted },
      { step: 'incident-reported', need: 'required', settled: false, noted: null },
    ],
    expressUntil: '2026-12-20',
    explained: { cause: '財布といっしょに置いた', prevention: '首から下げるケースで持つ', by: '佐藤 花子', at },
    ending: null,
    movements: [
      { at: '2026-11-20T00:30:00.000Z', what: '出した（外来受診）　さくら内科　持つ人 鈴木 一郎', by: '鈴木 一郎' },
    ],
    ...given,
  };
}
