import type { Applicant, ApplicationGround, ReasonCode } from '@azukari/domain';

/** GROUND_WORDS are why somebody applies, as an application asks it. */
export const GROUND_WORDS: Readonly<Record<ApplicationGround, string>> = {
  'care-certification': '要介護・要支援の認定を受けている',
  handbook: '障害者手帳を持っている',
  'in-facility': '施設に入所している',
  guardianship: '成年後見人等がいる',
  'lost-or-renewing': 'カードの紛失・更新中',
  other: 'その他（　　　　　　　　）',
};

/** APPLICANT_WORDS are who applies. */
export const APPLICANT_WORDS: Readonly<Record<Applicant, string>> = {
  resident: 'ご本人',
  family: 'ご家族',
  representative: '成年後見人等',
  staff: '施設の職員',
};

/** WHY is a reason for which somebody stands on the list. */
export type Why = Extract<
  ReasonCode,
  | 'holds-myna-insurance'
  | 'needs-support'
  | 'lost-or-renewing'
  | 'holds-no-myna-insurance'
  | 'registration-unknown'
  | 'birth-date-unknown'
  | 'insurer-unknown'
>;

/** WHY_WORDS say why an application is made. */
export const WHY_WORDS: Readonly<Record<Why, string>> = {
  'holds-myna-insurance': 'マイナ保険証をお持ちのため、次の資格確認書は申請しないと届きません。',
  'needs-support': 'マイナ保険証での受診に手助けがいるため、申請すると資格確認書が届きます。',
  'lost-or-renewing': 'カードの紛失・更新のあいだ受診できるように、資格確認書を申請します。',
  'holds-no-myna-insurance':
    'マイナ保険証がないため、申請しなくても届くはずです。届いていないときは保険者にお聞きください。',
  'registration-unknown': '保険証としての利用登録があるか未確認です。ないときは、申請しなくても届きます。',
  'birth-date-unknown': '生年月日が未確認のため、申請が必要か分かりません。保険者にお聞きください。',
  'insurer-unknown': '保険者が未確認のため、申請が必要か分かりません。保険者にお聞きください。',
};

/** whyOf is the reason if the paper has words for it. */
export function whyOf(reason: ReasonCode): Why | null {
  return reason in WHY_WORDS ? (reason as Why) : null;
}
