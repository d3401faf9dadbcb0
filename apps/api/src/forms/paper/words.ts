import type { FORMS } from '@azukari/contract';
import type {
  AuthMode,
  Capacity,
  Condition,
  Disposition,
  EnvelopeRule,
  EnvelopeSender,
  HoldReason,
  InsurerType,
  ItemKind,
  Purpose,
  Relation,
} from '@azukari/domain';

/** TITLE_OF is the printed title of each form. */
export const TITLE_OF: Readonly<Record<(typeof FORMS)[number] | 'receipt', string>> = {
  receipt: '記録の受領証',
  F1: '預かり依頼書 兼 同意書',
  F2: '預かり証',
  F3: '出し入れ記録簿',
  F4: 'カード取扱職員 任命簿（管理職員指定簿）',
  F5: '個人別預り品台帳',
  F6: '月次点検表',
  F7: 'お預かり品のご報告',
  F8: 'お預かり品の期限のお知らせ',
  F9: '返却書・受領書',
  F10: '預かり解除依頼書',
  F11: '紛失・事故報告書',
  F12: '資格確認書 申請支援票',
  F13: '外出メモ',
  F14: '封筒受渡記録',
  F15: '預り品等管理規程',
  F16: '夜間・停電用一覧',
  F17: '一時保管票',
  F18: '入院時持出票',
  F19: '施設間引継書',
  F20: 'お知らせのご案内',
  F21: 'ポーチラベル',
  F22: '掲示（出し入れ・電源）',
  F23: 'コンピューターが動かないとき',
};

/** KIND_WORDS name the documents as their own front does, so that the tick list and the card can be held side by side. */
export const KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  'my-number-card': 'マイナンバーカード',
  'eligibility-certificate': '資格確認書',
  'eligibility-notice': '資格情報のお知らせ',
  'legacy-insurance-card': '健康保険証（旧）',
  'care-insurance-card': '介護保険被保険者証',
  'care-copay-certificate': '介護保険負担割合証',
  'care-limit-certificate': '介護保険負担限度額認定証',
  'medical-limit-certificate': '限度額適用認定証',
  'disability-handbook-physical': '身体障害者手帳',
  'disability-handbook-intellectual': '療育手帳',
  'disability-handbook-mental': '精神障害者保健福祉手帳',
  'self-support-medical': '自立支援医療受給者証',
  'welfare-service-certificate': '障害福祉サービス受給者証',
  'designated-disease': '特定医療費（指定難病）受給者証',
  'local-medical-subsidy': '福祉医療費受給者証',
  'specific-disease-recipient': '特定疾病療養受療証',
  'elderly-recipient': '高齢受給者証',
  'hibakusha-handbook': '被爆者健康手帳',
  'public-assistance-voucher': '医療券・介護券',
  'residence-card': '在留カード',
  'sealed-envelope': '封をした封筒',
  'patient-card': '診察券',
  'medication-notebook': 'お薬手帳',
  other: 'その他',
};

export const INSURER_WORDS: Readonly<Record<InsurerType, string>> = {
  national: '国民健康保険',
  employee: '被用者保険',
  'late-elderly': '後期高齢者医療',
  'public-assistance': '生活保護',
};

export const SENDER_WORDS: Readonly<Record<EnvelopeSender, string>> = {
  insurer: '保険者',
  'j-lis': '地方公共団体情報システム機構',
  municipality: '役所（保険のほか）',
  other: 'その他',
};

export const ENVELOPE_RULE_WORDS: Readonly<Record<EnvelopeRule, string>> = {
  'stay-closed': '開けずにご本人・ご家族へ',
  'insurer-may-be-opened': '保険者からの証に限り、ご本人の前で開けてよい',
};

/** AUTH_WORDS say whether the card bears the mark of 顔認証, and nothing of a PIN. */
export const AUTH_WORDS: Readonly<Record<AuthMode, string>> = {
  'pin-set': '顔認証マークなし',
  'face-only': '顔認証マークあり',
  unknown: '顔認証マーク未確認',
};

export const CONDITION_WORDS: Readonly<Record<Condition, string>> = {
  good: 'よい',
  worn: 'いたみあり',
  damaged: 'こわれあり',
};

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  outpatient: '外来受診',
  pharmacy: '薬局',
  'home-visit': '訪問診療',
  'hospital-stay': '入院',
  'overnight-leave': '外泊',
  renewal: '更新手続き',
  'municipal-office': '役所',
  'in-house': '施設内で確認',
  'to-resident': 'ご本人へ',
  'to-family': 'ご家族へ',
  emergency: '救急',
  other: 'その他',
};

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  resident: 'ご本人',
  family: 'ご家族',
  guardian: '後見人',
  clinic: '診療所',
  hospital: '病院',
  pharmacy: '薬局',
  ambulance: '救急隊',
  municipality: '役所',
  insurer: '保険者',
  'other-facility': '他の施設',
  other: 'その他の方',
};

export const DISPOSITION_WORDS: Readonly<Record<Disposition, string>> = {
  returned: 'お返し',
  surrendered: '返納',
  transferred: '引き継ぎ',
  destroyed: '廃棄（立会い）',
  replaced: '差し替え',
};

export const HOLD_WORDS: Readonly<Record<HoldReason, string>> = {
  'no-agreement': '預かり依頼書がまだないため',
  found: '施設の中で見つかったため',
  'handed-in': '届けられたため',
  'after-end': '退所のあとに残っていたため',
  other: 'その他',
};

export const CAPACITY_WORDS: Readonly<Record<Capacity, string>> = {
  resident: 'ご本人',
  family: 'ご家族（代理権なし）',
  guardian: '成年後見人',
  curator: '保佐人・補助人',
  'voluntary-guardian': '任意後見人',
  parent: '親権者',
  guarantor: '身元引受人',
  'public-authority': '措置権者',
};

/** EVENT_WORDS are the lines of the record that are no outing. */
export const EVENT_WORDS: Readonly<Record<string, string>> = {
  'item.taken-in': 'お預かりした',
  'item.held-temporarily': '一時保管にした',
  'item.agreed': '依頼書ができ、お預かりにした',
  'item.checked-in': 'もどした',
  'item.changed': '持つ人・予定を替えた',
  'item.handed-over': 'お返しした',
  'item.search-started': 'さがし始めた',
  'item.reported-missing': '紛失の記録',
  'item.found': '見つかった',
};

export const HAND_OVER_WORDS: Readonly<Record<Disposition, string>> = {
  returned: 'お返しした',
  surrendered: '返納した',
  transferred: '引き継いだ',
  destroyed: '廃棄した（立会い）',
  replaced: '差し替えた',
};

export const FIELD_WORDS: Readonly<Record<string, string>> = {
  dueBackAt: 'もどす予定',
  purpose: '目的',
  occurredAt: '日時',
  note: '備考',
  destination: '行き先',
  holderName: '持つ人',
  receiverName: '受け取った人',
};

export const REASON_WORDS: Readonly<Record<string, string>> = {
  mistyped: '書きまちがい',
  'learnt-later': 'あとで分かった',
  'wrong-item': '別のもの',
  'wrong-resident': '別の方',
  'did-not-happen': 'していない',
  twice: '二重の記録',
  other: 'その他',
};

/** itemName is what a form calls an item: its kind, its own name when it is of no kind, and the insurer where cards look alike. */
export function itemName({
  kind,
  label,
  insurerType,
}: {
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly insurerType: InsurerType | null;
}): string {
  const name = kind === 'other' && label !== null ? label : KIND_WORDS[kind];
  return insurerType === null ? name : `${name}（${INSURER_WORDS[insurerType]}）`;
}
