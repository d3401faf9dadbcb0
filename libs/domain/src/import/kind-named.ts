import { ITEM_KINDS } from '../item.ts';
import type { ItemKind } from '../item.ts';

/** How lists name the kinds of item, shortest forms included; what may mean two kinds (保険証) stands nowhere. */
const NAMES: Readonly<Record<ItemKind, readonly string[]>> = {
  'my-number-card': ['マイナンバーカード', 'マイナカード', '個人番号カード', 'マイナ保険証', 'マイナンバーカード有無'],
  'eligibility-certificate': ['資格確認書', '健康保険資格確認書', '後期高齢者医療資格確認書', '国民健康保険資格確認書'],
  'eligibility-notice': ['資格情報のお知らせ', '資格情報通知書', '資格情報'],
  'legacy-insurance-card': ['健康保険証', '旧健康保険証', '旧保険証', '健康保険被保険者証', '後期高齢者医療被保険者証'],
  'care-insurance-card': ['介護保険証', '介護保険被保険者証', '介護被保険者証', '介護保険者証'],
  'care-copay-certificate': ['負担割合証', '介護保険負担割合証', '介護負担割合証'],
  'care-limit-certificate': ['負担限度額認定証', '介護保険負担限度額認定証', '介護負担限度額認定証'],
  'medical-limit-certificate': ['限度額適用認定証', '限度額認定証', '限度額適用標準負担額減額認定証'],
  'disability-handbook-physical': ['身体障害者手帳', '身体障がい者手帳', '障害者手帳身体'],
  'disability-handbook-intellectual': ['療育手帳', '愛の手帳'],
  'disability-handbook-mental': ['精神障害者保健福祉手帳', '精神保健福祉手帳', '精神障害者手帳'],
  'self-support-medical': ['自立支援医療受給者証', '自立支援医療'],
  'welfare-service-certificate': ['障害福祉サービス受給者証', '福祉サービス受給者証'],
  'designated-disease': ['特定医療費受給者証', '指定難病受給者証', '特定医療費指定難病受給者証'],
  'local-medical-subsidy': ['福祉医療費受給者証', '福祉医療証', '重度心身障害者医療費受給者証', 'マル福'],
  'specific-disease-recipient': ['特定疾病療養受療証', '特定疾病受療証'],
  'elderly-recipient': ['高齢受給者証'],
  'hibakusha-handbook': ['被爆者健康手帳', '被爆者手帳'],
  'public-assistance-voucher': ['医療券', '生活保護医療券'],
  'residence-card': ['在留カード'],
  'sealed-envelope': ['未開封の封書', '封書', '未開封封書'],
  'patient-card': ['診察券', '診察カード'],
  'medication-notebook': ['お薬手帳', 'おくすり手帳', '薬手帳'],
  other: ['その他'],
};

const KIND_OF = new Map(ITEM_KINDS.flatMap((kind) => [kind, ...NAMES[kind]].map((name) => [name, kind] as const)));

/** kindNamed is the kind of item that a list calls so, in any width and with or without signs, or null. */
export function kindNamed(text: string): ItemKind | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）「」・:：_]/g, '');
  return KIND_OF.get(plain) ?? null;
}

const YES = /^(?:[○◯〇●◎✓✔レ1]|有|あり|有り|預かり|預り|預|はい|保管|yes|y|true)$/;
const NO = /^(?:[×✕✖xー―‐-]|0|無|なし|無し|いいえ|未|no|n|false)$/;

/** markOf reads a mark in a column for one kind: it is kept, it is not, or null where the mark says neither. */
export function markOf(text: string): boolean | null {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  if (plain === '' || NO.test(plain)) return false;
  return YES.test(plain) ? true : null;
}
