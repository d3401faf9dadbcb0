import type { AnswerOf, readBringing } from '@azukari/contract';
import type { AdviceCode, CalendarDay, ItemKind, Purpose } from '@azukari/domain';

import type { Item } from '../ui/item-state';

/** Bringing is what the rules say about one resident's visit. */
export type Bringing = AnswerOf<typeof readBringing>;

/** Document is an item that the rules judged. */
export type Document = Bringing['notProposed'][number] & Partial<Bringing['proposed'][number]>;

const SUBSIDIES: readonly ItemKind[] = [
  'local-medical-subsidy',
  'specific-disease-recipient',
  'self-support-medical',
  'designated-disease',
  'elderly-recipient',
  'hibakusha-handbook',
];
const CLINIC: readonly ItemKind[] = ['patient-card', 'medical-limit-certificate', ...SUBSIDIES];

/** SHOWN are the kinds that are shown for a purpose, besides the proof of eligibility. */
const SHOWN: Readonly<Record<Purpose, readonly ItemKind[] | null>> = {
  outpatient: [...CLINIC, 'medication-notebook'],
  pharmacy: ['medication-notebook', ...SUBSIDIES],
  'home-visit': [...CLINIC, 'medication-notebook', 'care-insurance-card'],
  'hospital-stay': [...CLINIC, 'medication-notebook', 'care-insurance-card'],
  'overnight-leave': ['medication-notebook'],
  emergency: ['care-insurance-card', 'medication-notebook'],
  renewal: null,
  'municipal-office': null,
  'in-house': null,
  'to-resident': null,
  'to-family': null,
  other: null,
};

/** REASONS why an item is proposed at first, or is not; `judged` ones are said in the words of the rules. */
export type ReasonCode =
  'proof' | 'proof-enough' | 'no-proof' | 'away' | 'shown' | 'alone' | 'expired' | 'not-shown' | 'own-choice';

/** Reason tells of one item whether it is ticked at first, and why. */
export interface Reason {
  readonly item: Item;
  readonly proposed: boolean;
  readonly code: ReasonCode;
  readonly document: Document | null;
}

/** Notice is what to do before anybody goes: an advice of the rules, or that the proof of eligibility is not in the safe. */
export type Notice = AdviceCode | 'proof-away';

/** After so many judged ones stands what is shown beside them, and then the rest. */
const RANKED = 1_000;

/** BEFORE_GOING are the advices that nobody should have to look for. */
const BEFORE_GOING: readonly AdviceCode[] = [
  'resident-absent-call-first',
  'prescription-is-enough',
  'call-first',
  'public-assistance-call-first',
  'nothing-proves-eligibility',
];

/**
 * reasonsFor proposes for a purpose the surest proof of eligibility that lies in the safe, and what is shown beside it. A 医療券
 * always goes, 資格情報のお知らせ only with the card.
 */
export function reasonsFor(
  items: readonly Item[],
  purpose: Purpose,
  bringing: Bringing | null,
  today: CalendarDay,
): readonly Reason[] {
  const best = bestProof(bringing);
  const here = items.filter(({ custody }) => custody.at === 'stored');
  const reasons = here.map((item): Reason => {
    const good = bringing?.proposed.find(({ itemId }) => itemId === item.id);
    if (good) {
      const goes = good === best || isBeside(good.kind, best?.kind);
      return { item, proposed: goes, code: goes ? 'proof' : 'proof-enough', document: good };
    }
    const bad = bringing?.notProposed.find(({ itemId }) => itemId === item.id);
    if (bad) return { item, proposed: false, code: 'no-proof', document: bad };
    return { item, document: null, ...besides(item, { purpose, today, alone: here.length === 1 }) };
  });
  const place = ({ document, proposed, item }: Reason): number => {
    const rank = bringing?.proposed.findIndex(({ itemId }) => itemId === item.id) ?? -1;
    return document !== null && rank >= 0 ? rank : proposed ? RANKED : RANKED + 1;
  };
  return [...reasons, ...awayOf(items, bringing)].sort((one, other) => place(one) - place(other));
}

/** noticesFor are what to do before going, by what is proposed of one resident's. */
export function noticesFor(bringing: Bringing | null, reasons: readonly Reason[]): readonly Notice[] {
  if (bringing === null) return [];
  const going = reasons.flatMap(({ proposed, document }) => (proposed ? (document?.advice ?? []) : []));
  const said = [...bringing.advice, ...going].map(({ code }) => code).filter((code) => BEFORE_GOING.includes(code));
  const away = bringing.proposed.length > 0 && bestProof(bringing) === undefined;
  return [...new Set<Notice>(away ? [...said, 'proof-away'] : said)];
}

/** laterAdvice are the rest of what the rules say about what is proposed, with their sources. */
export function laterAdvice(bringing: Bringing | null, reasons: readonly Reason[]): Bringing['advice'] {
  const going = reasons.flatMap(({ proposed, document }) => (proposed ? (document?.advice ?? []) : []));
  return [...(bringing?.advice ?? []), ...going];
}

function bestProof(bringing: Bringing | null) {
  return bringing?.proposed.find(({ at, kind }) => at === 'stored' && kind !== 'eligibility-notice');
}

function isBeside(kind: ItemKind, best: ItemKind | undefined): boolean {
  return kind === 'public-assistance-voucher' || (kind === 'eligibility-notice' && best === 'my-number-card');
}

function besides(
  { kind, printedExpiresOn }: Item,
  { purpose, today, alone }: { readonly purpose: Purpose; readonly today: CalendarDay; readonly alone: boolean },
): Pick<Reason, 'proposed' | 'code'> {
  const shown = SHOWN[purpose];
  if (shown === null) return alone ? { proposed: true, code: 'alone' } : { proposed: false, code: 'own-choice' };
  if (!shown.includes(kind)) return { proposed: false, code: 'not-shown' };
  if (printedExpiresOn !== null && printedExpiresOn < today) return { proposed: false, code: 'expired' };
  return { proposed: true, code: 'shown' };
}

/** A proof that would do but is out or missing is spoken of, so that nobody looks for it. */
function awayOf(items: readonly Item[], bringing: Bringing | null): readonly Reason[] {
  return (bringing?.proposed ?? []).flatMap((document) => {
    const item = items.find(({ id, custody }) => id === document.itemId && custody.at !== 'stored');
    return item === undefined ? [] : [{ item, proposed: false, code: 'away', document }];
  });
}
