import type { InsurerType } from '../item.ts';
import { ADVICE_SOURCES, FALLBACK_SOURCES, OFFICE_SOURCES } from './bringing.ts';
import type { Advice, AdviceCode, Bringing, BringingReason, Visit, VisitItem, VisitSetting } from './bringing.ts';
import { certificateLastDay } from './certificate.ts';
import type { RuleFacts } from './facts.ts';
import { COUNTERS, judgeCard } from './judge-card.ts';
import type { Judged } from './judge-card.ts';
import { legacyAccepted } from './legacy.ts';
import { KIND_SOURCES } from './sources.ts';

type Judge = (item: VisitItem, visit: Visit) => Judged;

/** The kinds that prove eligibility or help to; what else is shown at a counter proves nothing. */
const JUDGES: Readonly<Partial<Record<VisitItem['kind'], Judge>>> = {
  'eligibility-certificate': judgeCertificate,
  'public-assistance-voucher': judgeVoucher,
  'my-number-card': judgeCard,
  'eligibility-notice': judgeNotice,
  'legacy-insurance-card': judgeLegacy,
};

/**
 * rankDocuments says which of a resident's items prove eligibility on a visit, the surest first: a paper that needs
 * neither face nor PIN comes before the card. A マイナンバーカード never goes without its holder.
 */
export function rankDocuments(visit: Visit): Bringing {
  const judged = visit.items.flatMap((item) => JUDGES[item.kind]?.(item, visit) ?? []);
  const proposed = judged
    .flatMap((one) => (one.rank === null ? [] : [{ ...one, rank: one.rank }]))
    .sort((one, other) => one.rank - other.rank);
  return {
    proposed: proposed.map(({ document, fallback = [], advice = [] }) => ({
      ...document,
      fallback,
      advice: sourced(advice, visit.setting),
    })),
    notProposed: judged.filter(({ rank }) => rank === null).map(({ document }) => document),
    advice: sourced(adviceFor(visit, proposed.length), visit.setting),
  };
}

/**
 * insurerTypeOf reads off what is kept by whom a resident is insured. 生活保護 comes first: a voucher counts, whatever else is kept.
 */
export function insurerTypeOf(items: readonly Pick<VisitItem, 'kind' | 'insurerType'>[]): InsurerType | null {
  const said = items.map(({ kind, insurerType }) =>
    kind === 'public-assistance-voucher' ? 'public-assistance' : insurerType,
  );
  return said.find((one) => one === 'public-assistance') ?? said.find((one) => one !== null) ?? null;
}

const sourced = (codes: readonly AdviceCode[], setting: VisitSetting): readonly Advice[] =>
  codes.map((code) => ({
    code,
    source: (setting === 'municipal-office' ? OFFICE_SOURCES[code] : undefined) ?? ADVICE_SOURCES[code],
  }));

function adviceFor(visit: Visit, proposed: number): readonly AdviceCode[] {
  const { setting, residentGoesAlong, insurerType, items } = visit;
  const codes: AdviceCode[] = [];
  const medical = setting !== 'municipal-office';
  if (!residentGoesAlong && items.some(({ kind }) => kind === 'my-number-card'))
    codes.push('resident-absent-call-first');
  if (!residentGoesAlong && setting === 'pharmacy') codes.push('prescription-is-enough');
  if (medical && insurerType === 'public-assistance') codes.push('public-assistance-call-first');
  if (medical && proposed === 0) codes.push('nothing-proves-eligibility');
  return codes;
}

function judgement({ id, kind }: VisitItem, rank: number | null, reasonCode: BringingReason, source: string): Judged {
  return { document: { id, kind, reasonCode, source }, rank };
}

function factsOf(item: VisitItem, { day, resident, insurerType }: Visit): RuleFacts {
  return {
    asOf: day,
    kind: item.kind,
    birthDate: resident.birthDate,
    printedExpiresOn: item.printedExpiresOn,
    insurerType: item.insurerType ?? insurerType,
  };
}

function judgeCertificate(item: VisitItem, visit: Visit): Judged {
  const facts = { ...factsOf(item, visit), receivedOn: item.receivedOn };
  const [last] = certificateLastDay(facts, visit.insurers?.[item.insurer ?? '']);
  const lastDay = last.date ?? last.until;
  if (lastDay !== undefined && lastDay < visit.day)
    return judgement(item, null, last.reasonCode === 'printed' ? 'expired' : last.reasonCode, last.source);
  if (visit.setting === 'municipal-office') return judgement(item, 10, 'at-the-counter', last.source);
  return item.printedExpiresOn === null && item.noDatePrinted !== true
    ? judgement(item, 25, 'date-unknown', last.source)
    : judgement(item, 10, 'proves-alone', last.source);
}

function judgeVoucher(item: VisitItem, { day, setting }: Visit): Judged {
  const source = KIND_SOURCES['public-assistance-voucher'];
  const printed = item.printedExpiresOn;
  if (setting === 'municipal-office') return judgement(item, null, 'not-usable-here', source);
  if (printed !== null && printed < day) return judgement(item, null, 'expired', source);
  return printed === null && item.noDatePrinted !== true
    ? judgement(item, 25, 'date-unknown', source)
    : judgement(item, 12, 'proves-alone', source);
}

/** Alone it proves nothing; with the card it helps when the reader fails. */
function judgeNotice(item: VisitItem, visit: Visit): Judged {
  const source = FALLBACK_SOURCES['notice-with-card'];
  const besideCard =
    COUNTERS.includes(visit.setting) &&
    visit.items.some((one) => one.kind === 'my-number-card' && judgeCard(one, visit).rank !== null);
  return besideCard ? judgement(item, 45, 'with-the-card', source) : judgement(item, null, 'not-usable-alone', source);
}

function judgeLegacy(item: VisitItem, visit: Visit): Judged {
  const { value, reasonCode, source } = legacyAccepted(factsOf(item, visit));
  if (visit.setting === 'municipal-office') return judgement(item, null, 'not-usable-here', source);
  const rank = value === 'valid' ? 11 : 50;
  const judged = judgement(item, value === 'none' ? null : rank, reasonCode, source);
  const document = { ...judged.document, value };
  return value === 'lookup-only' ? { ...judged, document, advice: ['call-first'] } : { ...judged, document };
}
