import type { CalendarDay } from '../instant.ts';
import type { ItemKind } from '../item.ts';
import type { MonthDay } from './calendar.ts';
import { RULE_IDS, TITLES } from './rule-ids.ts';
import type { RuleId, RuleTitle } from './rule-ids.ts';
import { all, CARD_ORDER, CERTIFICATE_RULES, leaflet, OLDER_LEAFLETS, OWN_CHOICE, VISITING } from './sources.ts';

/** Terms are the numbers and days of each rule; what changes by law or notice stands here, not in the code that reckons. */
interface Terms {
  V1: { readonly minorUnder: number; readonly minor: number; readonly adult: number; readonly ifRenewed: number };
  V2: { readonly birthdays: number; readonly ifRenewed: number };
  V3: { readonly months: number };
  V4: { readonly months: number };
  V5: { readonly months: number };
  V6: null;
  V7: { readonly lastDay: CalendarDay };
  /** A card that ended with the 70th birthday before that day had been exchanged long ago. */
  V8: { readonly age: number; readonly since: CalendarDay };
  V9: { readonly age: number };
  V10: { readonly afterwards: 'lookup-only' | 'none' };
  V11: { readonly years: number };
  /** From this age on it arrives by itself, reckoned on that day of the year; null where no such paper existed. */
  V12: { readonly fromAge: number | null; readonly onEach: MonthDay };
  V13: { readonly arrivesAfterMonths: number };
  V14: { readonly days: number | null };
  V15: { readonly days: number };
  V16: {
    readonly ends: MonthDay;
    readonly askFrom: MonthDay;
    readonly arrives: readonly ItemKind[];
    readonly apply: readonly ItemKind[];
    readonly limitForLateElderly: boolean;
  };
  V17: { readonly days: number };
  V18: { readonly months: number };
  V19: { readonly years: number; readonly least: number };
  V20: null;
  V21: { readonly daysBefore: readonly number[]; readonly thenEveryMonths: number; readonly envelopeDays: number };
  V22: { readonly noticeDays: number; readonly continueDays: number };
}

/** RuleVersion is a rule as it stood from one day to another, both included; null is "since it exists" and "until further notice". */
export interface RuleVersion<I extends RuleId = RuleId> {
  readonly validFrom: CalendarDay | null;
  readonly validTo: CalendarDay | null;
  /** Document, page or article, and date: enough for a stranger to find it. */
  readonly source: string;
  /** What an earlier source says and this one replaces. */
  readonly overrides?: string;
  /** The setting with which an insurer or a house departs from it. */
  readonly setting?: 'yearEnds' | 'endsAtSeventy' | 'automaticFromAge' | 'reminderSteps' | 'retentionYears';
  readonly terms: Terms[I];
}

const ALWAYS = { validFrom: null, validTo: null } as const;

const BOOK: { readonly [I in RuleId]: readonly [RuleVersion<I>, ...RuleVersion<I>[]] } = {
  V1: [
    {
      validFrom: null,
      validTo: '2022-03-31',
      source: all(
        `${CARD_ORDER}第26条・第27条（令和4年4月1日改正前）`,
        '武雄市「マイナンバーカードには有効期間があります」',
      ),
      terms: { minorUnder: 20, minor: 5, adult: 10, ifRenewed: 1 },
    },
    {
      validFrom: '2022-04-01',
      validTo: null,
      source: all(leaflet(3), `${CARD_ORDER}第26条・第27条（令和4年4月1日改正後）`),
      terms: { minorUnder: 18, minor: 5, adult: 10, ifRenewed: 1 },
    },
  ],
  V2: [{ ...ALWAYS, source: all(leaflet(3, 5), CERTIFICATE_RULES), terms: { birthdays: 5, ifRenewed: 1 } }],
  V3: [
    {
      ...ALWAYS,
      source: all(
        leaflet(12),
        VISITING,
        '横浜市 https://www.city.yokohama.lg.jp/faq/kukyoku/shimin/shimin-madoguchi/20211104143935717.html（3か月前の翌日から）',
      ),
      terms: { months: 3 },
    },
  ],
  V4: [{ ...ALWAYS, source: VISITING, terms: { months: 3 } }],
  V5: [
    {
      ...ALWAYS,
      source:
        '全国健康保険協会「マイナンバーカードの電子証明書の有効期限切れにご注意ください。有効期限が切れた場合、資格確認書を送付しています。」2025年7月16日',
      terms: { months: 3 },
    },
  ],
  V6: [{ ...ALWAYS, source: all(VISITING, leaflet(5)), terms: null }],
  V7: [{ ...ALWAYS, source: all(leaflet(2, 5), VISITING), terms: { lastDay: '2025-12-01' } }],
  V8: [{ ...ALWAYS, source: leaflet(5), setting: 'endsAtSeventy', terms: { age: 70, since: '2024-12-02' } }],
  V9: [{ ...ALWAYS, source: leaflet(5), terms: { age: 75 } }],
  V10: [
    {
      validFrom: null,
      validTo: '2026-03-31',
      source:
        '厚生労働省事務連絡「健康保険証の有効期限切れに伴う暫定的な取扱いについて」2025年6月27日（国民健康保険）・2025年11月12日（すべて）',
      terms: { afterwards: 'lookup-only' },
    },
    {
      validFrom: '2026-04-01',
      validTo: null,
      source: '厚生労働省事務連絡「健康保険証の有効期限切れに伴う暫定的な取扱いについて」（令和8年3月31日まで）',
      terms: { afterwards: 'none' },
    },
  ],
  V11: [{ ...ALWAYS, source: leaflet(5, 18), setting: 'endsAtSeventy', terms: { years: 5 } }],
  V12: [
    {
      validFrom: null,
      validTo: '2024-12-01',
      source: leaflet(2, 18),
      terms: { fromAge: null, onEach: '08-01' },
    },
    {
      validFrom: '2024-12-02',
      validTo: '2026-07-31',
      source:
        '厚生労働省通知 2025年4月3日（南房総市「後期高齢者医療資格確認書の発行と令和7年8月の一斉更新のご案内」2025年5月19日による）',
      overrides: OLDER_LEAFLETS,
      terms: { fromAge: 0, onEach: '08-01' },
    },
    {
      validFrom: '2026-08-01',
      validTo: null,
      source: '埼玉県後期高齢者医療広域連合「令和8年8月から資格確認書の交付要件が変わります」',
      overrides: OLDER_LEAFLETS,
      setting: 'automaticFromAge',
      terms: { fromAge: 85, onEach: '08-01' },
    },
  ],
  V13: [
    {
      ...ALWAYS,
      source: all(
        leaflet(18),
        '全国健康保険協会 2025年8月15日 https://www.kyoukaikenpo.or.jp/g1/r7-8/7081501/（月末から2か月を経過した場合に送付）',
      ),
      terms: { arrivesAfterMonths: 2 },
    },
  ],
  V14: [
    {
      validFrom: null,
      validTo: '2024-12-01',
      source: '国分寺市「マイナンバーカードの特急発行」（令和6年12月2日開始）',
      terms: { days: null },
    },
    {
      validFrom: '2024-12-02',
      validTo: null,
      source: all(VISITING, '国分寺市「マイナンバーカードの特急発行」（紛失届をした日から30日以内・本人の来庁）'),
      terms: { days: 30 },
    },
  ],
  V15: [{ ...ALWAYS, source: '介護保険法施行規則（平成11年厚生省令第36号）第39条第1項', terms: { days: 60 } }],
  V16: [
    {
      validFrom: null,
      validTo: '2024-12-01',
      source: all(
        leaflet(2),
        '太田市「介護保険負担割合証」',
        '中間市 2022年6月1日 http://www.city.nakama.lg.jp/hayamimi/hutanngenndogakuninnteisyou.html',
      ),
      setting: 'yearEnds',
      terms: {
        ends: '07-31',
        askFrom: '06-01',
        arrives: ['eligibility-certificate', 'care-copay-certificate', 'elderly-recipient'],
        apply: ['care-limit-certificate', 'medical-limit-certificate'],
        limitForLateElderly: true,
      },
    },
    {
      validFrom: '2024-12-02',
      validTo: null,
      source: all(
        '知立市「資格情報のお知らせ・資格確認書の一斉更新について」',
        '太田市「介護保険負担割合証」',
        '中間市 2022年6月1日 http://www.city.nakama.lg.jp/hayamimi/hutanngenndogakuninnteisyou.html',
        '石狩市「後期高齢者医療被保険者証 /資格確認書/ マイナ保険証」（限度額適用認定証の新規発行の終了）',
      ),
      setting: 'yearEnds',
      terms: {
        ends: '07-31',
        askFrom: '06-01',
        arrives: ['eligibility-certificate', 'care-copay-certificate', 'elderly-recipient'],
        apply: ['care-limit-certificate', 'medical-limit-certificate'],
        limitForLateElderly: false,
      },
    },
  ],
  V17: [{ ...ALWAYS, source: OWN_CHOICE, terms: { days: 7 } }],
  V18: [{ ...ALWAYS, source: OWN_CHOICE, terms: { months: 3 } }],
  V19: [
    {
      ...ALWAYS,
      source: all(
        '指定介護老人福祉施設の人員、設備及び運営に関する基準（平成11年厚生省令第39号）第37条第2項',
        'みよし広域連合 https://www.miyoshikouiki.jp/docs/2020101300012/（5年の例）',
      ),
      setting: 'retentionYears',
      terms: { years: 5, least: 2 },
    },
  ],
  V20: [
    {
      ...ALWAYS,
      source: all(
        '行政手続における特定の個人を識別するための番号の利用等に関する法律（平成25年法律第27号）第20条',
        leaflet(4),
      ),
      terms: null,
    },
  ],
  V21: [
    {
      ...ALWAYS,
      source: OWN_CHOICE,
      setting: 'reminderSteps',
      terms: { daysBefore: [90, 60, 30, 7, 0], thenEveryMonths: 1, envelopeDays: 7 },
    },
  ],
  V22: [
    {
      ...ALWAYS,
      source: all(
        '住民基本台帳法（昭和42年法律第81号）第22条第1項',
        '苫小牧市 https://www.city.tomakomai.hokkaido.jp/kurashi/mynumber/keizoku.html（転入届を行った日から90日以内）',
      ),
      terms: { noticeDays: 14, continueDays: 90 },
    },
  ],
};

/** Rule is one row of the book, as the page 規則 shows it. */
export type Rule = RuleVersion & { readonly id: RuleId; readonly title: RuleTitle };

/** RULES is the whole book: every rule in every version, oldest version first. */
export const RULES: readonly Rule[] = RULE_IDS.flatMap((id) =>
  (BOOK[id] as readonly RuleVersion[]).map((version) => ({ id, title: TITLES[id], ...version })),
);

/** ruleOn is a rule as it stands on a day. The versions of a rule leave no gap, so there is always one. */
export function ruleOn<I extends RuleId>(id: I, day: CalendarDay): RuleVersion<I> {
  const versions: readonly [RuleVersion<I>, ...RuleVersion<I>[]] = BOOK[id];
  return versions.findLast(({ validFrom }) => validFrom === null || validFrom <= day) ?? versions[0];
}
