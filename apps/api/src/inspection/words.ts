import type {
  Channel,
  CountDisposition,
  DeliveryState,
  FamilyAnswer,
  InspectionPart,
  Level,
  ReconciliationStage,
} from '@azukari/domain';

/** TITLE is the whole pack. */
export const TITLE = '運営指導 記録一式';

/** PART_WORDS are our names of the parts, where a facility has none of its own. */
export const PART_WORDS: Readonly<Record<InspectionPart, string>> = {
  rule: '預り品等管理規程',
  appointments: 'カード取扱職員 任命簿',
  agreements: '預かり依頼書 一覧',
  movements: '出し入れ記録簿',
  counts: '交代時の点検',
  reconciliations: '月次点検表（照合）',
  incidents: '紛失・事故の記録',
  notices: 'お知らせと返事',
  corrections: 'あとからの記録・訂正・取消',
  open: '未了の事項',
};

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  responsible: '責任者',
  deputy: '副責任者',
  handler: '取扱者',
  'emergency-only': '緊急時のみ',
};

/** HEARD_WORDS: how the resident's own will was heard. */
export const HEARD_WORDS: Readonly<Record<string, string>> = {
  spoken: '口頭で確認',
  written: '書面で確認',
  gesture: '身ぶりで確認',
  'through-representative': '代理の方から',
  'could-not': '確認できなかった',
};

export const COUNT_WORDS: Readonly<Record<CountDisposition, string>> = {
  'in-place': 'その場にあった',
  'other-place': '別の場所にあった',
  'with-resident': 'ご本人がお持ち',
  'with-family': 'ご家族がお持ち',
  'at-clinic': '受診先にある',
  searching: '見つからない（さがす）',
  found: '実は金庫にある',
  'not-there': '見なおすと、ない',
};

/** MONTH_WORDS say how far a 照合 is. */
export const MONTH_WORDS: Readonly<Record<ReconciliationStage, string>> = {
  counting: '数えている途中',
  awaited: '二人目の確認待ち',
  closed: '締めました',
};

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  mail: 'メール',
  letter: '手紙',
  phone: '電話',
  office: '事務',
};

/** SENT_WORDS say how far a notice has come: a mail, or what a person of the house does. */
export const SENT_WORDS: Readonly<Record<DeliveryState | 'open' | 'done', string>> = {
  queued: '送信待ち',
  sending: '送信中',
  accepted: '届けた',
  bounced: '戻ってきた',
  uncertain: '届いたか不明',
  dead: '送れなかった',
  acknowledged: '確認あり',
  cancelled: '取りやめ',
  open: '未了',
  done: '済み',
};

export const ANSWER_WORDS: Readonly<Record<FamilyAnswer, string>> = {
  'self-renewal': '自分で手続きに行く',
  'use-certificate': '更新せず資格確認書を使いたい',
  consult: '施設に相談したい',
  'call-me': '電話で話したい',
  noted: '確認した（まだ決めていない）',
};
