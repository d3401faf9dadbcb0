import { ITEM_KINDS } from '../item.ts';
import type { ItemKind } from '../item.ts';
import { kindNamed } from './kind-named.ts';

/** LIST_FIELDS are what a column of a list may say: of a resident, of somebody to turn to, of an item, of its place. */
export const LIST_FIELDS = [
  'name',
  'kana',
  'room',
  'birthDate',
  'admittedOn',
  'contactName',
  'contactKana',
  'relation',
  'phone',
  'email',
  'address',
  'kind',
  'label',
  'expiresOn',
  'certificateOn',
  'locker',
  'drawer',
  'pouch',
  'storage',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** ListColumn is what a column was taken for; `has:<kind>` is a column of its own for one kind of item, with marks or days in it. */
export type ListColumn = ListField | `has:${ItemKind}`;

/** LIST_COLUMNS are all columns a list may have. */
export const LIST_COLUMNS: readonly ListColumn[] = [
  ...LIST_FIELDS,
  ...ITEM_KINDS.map((kind) => `has:${kind}` as const),
];

/** DAY_FIELDS hold days. */
export const DAY_FIELDS: readonly ListColumn[] = ['birthDate', 'admittedOn', 'expiresOn', 'certificateOn'];

const PEOPLE = ['', 'お', 'ご', '利用者', '入居者', '入所者', 'ご利用者', '本人', 'ご本人'];
const CONTACTS = ['連絡先', '緊急連絡先', '家族', 'ご家族', '身元引受人', '保証人', 'キーパーソン', 'contact'];

function each(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.flatMap((one) => after.map((other) => one + other));
}

/** How people head a column, without blanks and signs. What one column may mean stands in one list only. */
const TITLES: Readonly<Record<ListField, readonly string[]>> = {
  name: [
    ...each(PEOPLE, ['氏名', '名前', '名']).filter((title) => title !== '名' && title.length > 1),
    '利用者',
    '入居者',
    '入所者',
    'name',
  ],
  kana: [
    ...each(PEOPLE, ['ふりがな', 'フリガナ', 'かな', 'カナ', '氏名かな', '氏名カナ', '氏名ふりがな', '氏名フリガナ']),
    'よみ',
    'ヨミ',
    'よみがな',
    '読み',
    '読み仮名',
    'カナ氏名',
    'かな氏名',
    'kana',
  ],
  room: ['部屋', '部屋番号', '部屋no', '居室', '居室番号', '居室no', '号室', '部屋名', '居室名', 'ルーム', 'room'],
  birthDate: ['生年月日', '誕生日', '利用者生年月日', 'birth', 'birthdate', 'birthday', 'dateofbirth'],
  admittedOn: ['入居日', '入所日', '入居年月日', '入所年月日', '利用開始日', 'admitted', 'admittedon'],
  contactName: [
    ...CONTACTS,
    ...each(CONTACTS, ['氏名', '名前', '名', 'の氏名', 'name']),
    '連絡先1',
    '連絡先1氏名',
    '家族1',
  ],
  contactKana: each(CONTACTS, ['ふりがな', 'フリガナ', 'かな', 'カナ']),
  relation: ['続柄', '続き柄', '本人との関係', '関係', ...each(CONTACTS, ['続柄', '関係', 'との続柄']), 'relation'],
  phone: [
    '電話',
    '電話番号',
    'tel',
    '携帯',
    '携帯電話',
    '携帯番号',
    '携帯電話番号',
    'phone',
    ...each(CONTACTS, ['電話', '電話番号', 'tel', '携帯', 'phone']),
  ],
  email: ['メール', 'メールアドレス', 'eメール', 'mail', 'email', ...each(CONTACTS, ['メール', 'メールアドレス'])],
  address: each(CONTACTS, ['住所', 'の住所', 'ご住所']),
  kind: [
    '種別',
    '種類',
    'カード',
    'カード種別',
    '預かり品',
    'お預かり品',
    '預り品',
    '品名',
    '品目',
    '証の種類',
    'kind',
  ],
  label: ['表示名', '医療機関名', '預かり品メモ', 'label'],
  expiresOn: ['有効期限', '期限', '有効期間', '有効期限日', '有効期間満了日', 'カード有効期限', 'expires', 'expiry'],
  certificateOn: ['電子証明書', '電子証明書有効期限', '電子証明書の有効期限', '証明書有効期限'],
  locker: ['ロッカー', '金庫', 'キャビネット', '書庫', 'locker'],
  drawer: ['引き出し', '引出し', '引出', '段', 'ひきだし', 'drawer'],
  pouch: ['袋番号', '袋', 'ポーチ', 'ポーチ番号', '袋no', '番号札', '整理番号', 'pouch'],
  storage: ['保管場所', '保管先', '置き場所', 'しまう場所', '場所', 'storage', 'place'],
};

const FIELD_OF = new Map(LIST_FIELDS.flatMap((field) => TITLES[field].map((title) => [title, field] as const)));

/** plainTitle is a title without width, case, blanks and signs. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）「」【】[\]・:：＊*※_/-]/g, '');
}

/** columnTitled is what a column with this title means, or null. */
export function columnTitled(title: string): ListColumn | null {
  const plain = plainTitle(title);
  if (plain === '') return null;
  const field = FIELD_OF.get(plain);
  if (field) return field;
  const kind = kindNamed(plain);
  return kind === null ? null : `has:${kind}`;
}

/** What is numbered here has no place in this system; the card of that name has. */
const FORBIDDEN =
  /(?:マイナンバー|個人番号)(?!カード|の?有無)|(?:カード|保険者|保険証|資格確認書|受給者証?|負担者|手帳)の?(?:番号|no|ナンバー)|被保番|保険番号|記番号|記号(?:番号)?$|暗証|パスワード|暗唱番号|^pin|pin(?:コード)?$|mynumber|personalnumber|insured(?:person)?number/;

/** isForbiddenTitle says of a column by its title alone that nothing of it may be read: 個人番号, 被保険者番号, 暗証番号. */
export function isForbiddenTitle(title: string): boolean {
  return FORBIDDEN.test(plainTitle(title));
}
