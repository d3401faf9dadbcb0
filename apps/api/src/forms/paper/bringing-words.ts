import type { AdviceCode, AuthMode, BringingReason, FallbackStep, VisitSetting } from '@azukari/domain';

/** SETTING_WORDS say where items are shown. */
export const SETTING_WORDS: Readonly<Record<VisitSetting, string>> = {
  outpatient: '外来受診',
  pharmacy: '薬局',
  'home-visit': '訪問診療',
  online: 'オンライン診療',
  'hospital-stay': '入院',
  'municipal-office': '役所の窓口',
};

/** PRESENCE_WORDS say whether she is there, by setting where nobody goes anywhere. */
export function presenceWords(setting: VisitSetting, goesAlong: boolean): string {
  if (setting === 'home-visit') return '訪問を受けます';
  if (setting === 'online') return '画面をとおして診てもらいます';
  return goesAlong ? 'いっしょに行きます' : '行きません（職員・ご家族だけで行きます）';
}

/** REASON_WORDS say what an item is for, or why it is of no use; a reason without words is not printed. */
export const REASON_WORDS: Readonly<Partial<Record<BringingReason, string>>> = {
  'proves-alone': 'これだけで、資格を確かめられます。',
  'proves-with-face-or-pin': 'お顔、またはご本人の暗証番号で確かめます。',
  'needs-visit-app': '訪問する方の「マイナ資格確認アプリ」で確かめます。マイナ在宅受付Webは使えません。',
  'needs-own-pin': 'ご本人が、ご自分で暗証番号を入れます。',
  'with-the-card': 'マイナンバーカードといっしょに見せます。',
  'at-the-counter': '窓口のお手続きで使います。',
  'not-usable-here': 'ここでは使えません。',
  'not-usable-alone': 'これだけでは使えません。',
  expired: '期限が過ぎています。',
  'resident-absent': 'ご本人が行かないときは、原則使えません。',
  'face-only-not-online': '顔認証カードは、オンライン診療に使えません。',
  'date-unknown': '券面の期限が未確認です。',
  'certificate-date-unknown': '電子証明書の期限が未確認です。',
  'registration-unknown': '保険証の利用登録が未確認です。',
  'within-grace-strict': '電子証明書の期限は過ぎましたが、いまは資格の確認だけできます。',
  'within-grace-administrative': '電子証明書の期限が過ぎています。使えるか、先に電話で確かめます。',
  'grace-over': '電子証明書の期限が過ぎ、保険証として使えません。',
  'card-expired': 'カードの期限が過ぎています。',
  'not-registered': '保険証の利用登録がありません。',
  stopped: 'カードが一時利用停止になっています。',
  'seventieth-birthday': '70歳で期限が終わっています。',
  'seventy-fifth-birthday': '75歳で、後期高齢者医療に変わっています。',
  'insurer-changed': '保険が変わっています。',
  'end-of-stay': '在留期間が終わっています。',
  'within-last-day': 'いまは使えます。',
  'clinic-may-look-up': '窓口で資格を調べてもらえれば使えます。',
  'acceptance-over': 'もう使えません。',
};

/** FACE_ONLY is what a card without a PIN is for. */
export const FACE_ONLY_REASON = 'お顔で確かめます（暗証番号のない、顔認証カードです）。';

/** FALLBACK_WORDS are the ways on at the desk; A, B and C are those of the ministry's leaflet. */
export const FALLBACK_WORDS: Readonly<Record<FallbackStep, string>> = {
  'visual-check': '目視モードにして、カードの顔写真とお顔を見くらべていただく。',
  'notice-with-card': '「資格情報のお知らせ」を、カードといっしょに見せる。',
  'portal-screen': '（A）マイナポータルの資格情報の画面かPDFを、カードといっしょに見せる。',
  'oral-confirmation': '（B）前に受診したことがあれば、口頭で確かめていただく。',
  'statement-form': '（C）「被保険者資格申立書」に記入する。全額（10割）のお支払いにはなりません。',
  'visit-app': '訪問する方の「マイナ資格確認アプリ」で、顔写真とお顔を見くらべていただく（目視確認）。',
};

/** ADVICE_WORDS are for whoever carries the items; boxes are to be ticked on the way. */
export const ADVICE_WORDS: Readonly<Record<AdviceCode, string>> = {
  'resident-absent-call-first':
    'ご本人が行かないときは、マイナンバーカードは原則使えません。先に電話で確認してください。　□ 電話した',
  'prescription-is-enough': 'お薬を受け取るだけなら、処方箋で足ります。',
  'call-first': '使えるかどうか、行く前に受診先に電話で確認してください。　□ 電話した',
  'public-assistance-call-first':
    '生活保護（医療扶助）の方です。その月のはじめての受診と、はじめての受診先のときは、行く前に電話で確認してください。　□ 電話した',
  'watch-for-renewal-notice': '次の受診で、読み取り機に更新のお知らせが出るか確認。　□ 出た　□ 出なかった',
  'check-registration': '保険証としての利用登録があるか、受付で確認。　□ 登録あり　□ 登録なし',
  'staff-may-place-the-card': 'やむをえないときは、ご本人のご希望で、ご本人の前で、職員がカードを置くことができます。',
  'later-visits-need-no-card': '次からの訪問では、カードはいりません（前の確認をもとに照会できます）。',
  'nothing-proves-eligibility':
    '資格を確かめられるものがありません。行く前に受診先に電話し、「被保険者資格申立書」で受診できるか確認してください。　□ 電話した',
};

/** MODE_WORDS ask at the desk for what a card of this kind needs, and nothing of a PIN. */
export const MODE_WORDS: Readonly<Record<AuthMode, string>> = {
  'pin-set': 'お顔で確かめられないときは、目視モードでお願いします。',
  'face-only': 'このカードは顔認証カードです（暗証番号なし）。お顔で確かめられないときは、目視モードでお願いします。',
  unknown: '暗証番号のあるカードかは分かりません。お顔で確かめられないときは、目視モードでお願いします。',
};
