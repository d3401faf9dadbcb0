const LEAFLET =
  '厚生労働省保険局「高齢者・障害者等の要配慮者の方々におけるマイナンバーカードの健康保険証利用について（支援者・ご家族向けご説明資料）」';

/** leaflet is a page of the leaflet for helpers and families as of January 2025. */
export const leaflet = (...pages: readonly number[]): string =>
  `${LEAFLET}2025年1月時点 ${pages.map((page) => `p.${page}`).join('・')}`;

/** VISITING is the sheet of answers for visiting nurses; it has no title of its own but its first line. */
export const VISITING =
  '厚生労働省「利用者等からマイナ保険証のメリットや仕組みについて質問された際の返答の参考」（訪問看護向け）令和7年5月版';

/** MANUAL is the manual for welfare facilities. */
export const MANUAL =
  '厚生労働省・総務省「福祉施設・支援団体の方向けマイナンバーカード取得・管理マニュアル」Ver.1 2023年8月 第2の2';

/** CARD_ORDER is the order that says how long a card lasts. */
export const CARD_ORDER =
  '行政手続における特定の個人を識別するための番号の利用等に関する法律に規定する個人番号、個人番号カード、特定個人情報の提供等に関する命令（平成26年総務省令第85号）';

/** CERTIFICATE_RULES is the order that says how long an electronic certificate lasts. */
export const CERTIFICATE_RULES =
  '電子署名等に係る地方公共団体情報システム機構の認証業務に関する法律施行規則（平成15年総務省令第120号）第49条／東村山市「公的個人認証サービス（電子証明書）の有効期間は。」2018年3月22日';

/** OWN_CHOICE is said where no law speaks and the house decides. */
export const OWN_CHOICE = '法令の定めなし・施設の設定';

/** all joins several sources of one rule. */
export const all = (...sources: readonly string[]): string => sources.join('／');

/** OLDER_LEAFLETS are the places in both leaflets that a later notice replaced. */
export const OLDER_LEAFLETS = `${LEAFLET}2024年10月時点 p.18・2025年1月時点 p.18「令和7年7月末までの間における暫定的な運用」`;

/** KIND_SOURCES say where the dates of kinds without a rule of their own come from. */
export const KIND_SOURCES = {
  'disability-handbook-physical': '身体障害者福祉法施行令（昭和25年政令第78号）第6条（再認定）',
  'disability-handbook-intellectual': '厚生事務次官通知「療育手帳制度について」昭和48年9月27日 厚生省発児第156号',
  'disability-handbook-mental':
    '精神保健及び精神障害者福祉に関する法律（昭和25年法律第123号）第45条第4項／蒲郡市「精神障害者保健福祉手帳・自立支援医療（精神通院）受給者証の更新期限をLINEで通知」（約3か月前から）',
  'self-support-medical':
    '障害者の日常生活及び社会生活を総合的に支援するための法律（平成17年法律第123号）第55条／蒲郡市「精神障害者保健福祉手帳・自立支援医療（精神通院）受給者証の更新期限をLINEで通知」（約3か月前から）',
  'welfare-service-certificate':
    '障害者の日常生活及び社会生活を総合的に支援するための法律（平成17年法律第123号）第23条',
  'designated-disease': '難病の患者に対する医療等に関する法律（平成26年法律第50号）第9条',
  'residence-card': '出入国管理及び難民認定法（昭和26年政令第319号）第19条の5・第21条・第23条',
  'public-assistance-voucher':
    '生活保護法（昭和25年法律第144号）第34条・医療扶助運営要領（昭和36年9月30日 社発第727号）',
  'eligibility-notice': '知立市「資格情報のお知らせ・資格確認書の一斉更新について」',
} as const;
