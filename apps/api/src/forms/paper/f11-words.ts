import type { LossEnd, LossPlace, LossStep } from '@azukari/domain';

/** STEP_WORDS name the steps of the guide on paper. */
export const STEP_WORDS: Readonly<Record<LossStep, string>> = {
  searched: 'さがした（お部屋、衣類、洗濯場、車、受診先）',
  'manager-told': '責任者・施設長に報告した',
  'card-stopped': 'カードの一時利用停止をした（0120-95-0178　24時間）',
  'family-told': 'ご本人・ご家族に知らせた',
  'police-told': '警察に遺失届を出した（受理番号）',
  'municipality-told': '市区町村に紛失を届け、再交付を申し込んだ',
  'certificate-applied': '資格確認書を申請した',
  'issuer-told': '発行した保険者・役所に連絡し、再交付を頼んだ',
  'incident-reported': '市区町村に事故を報告した',
};

/** LOSS_PLACE_WORDS say where an item was lost. */
export const LOSS_PLACE_WORDS: Readonly<Record<LossPlace, string>> = {
  inside: '施設の中',
  outside: '施設の外',
  unknown: 'わからない',
};

/** LOSS_END_WORDS say how a loss ended. */
export const LOSS_END_WORDS: Readonly<Record<LossEnd | 'found' | 'ended', string>> = {
  found: '見つかった',
  ended: 'お返し・差し替えで終わった',
  reissued: '再交付を受けた',
  'not-reissued': '再交付を受けないことにした',
  other: 'その他',
};
