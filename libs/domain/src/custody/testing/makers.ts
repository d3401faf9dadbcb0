import type { Actor, Level, Role } from '../../access/may.ts';
import type { Agreement } from '../../agreement/coverage.ts';
import type { Uuid } from '../../instant.ts';
import { ITEM_KINDS } from '../../item.ts';
import type { Custody } from '../custody.ts';
import type { HistoryEntry } from '../history.ts';
import type {
  Draft,
  HandOverSituation,
  IntakeSituation,
  ItemSituation,
  NewItem,
  Situation,
  Verdict,
} from '../situation.ts';

/** uuid makes a readable id: the same number is always the same id. */
export function uuid(n: number): Uuid {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

export const NOW = '2026-11-22T01:00:00.000Z';
export const TODAY = '2026-11-22';
export const EARLIER = '2026-11-22T00:00:00.000Z';
export const BEFORE_THAT = '2026-11-21T00:00:00.000Z';
export const LATER = '2026-11-22T05:00:00.000Z';

export const CARD = uuid(1);
export const RESIDENT = uuid(2);
export const ME = uuid(3);
export const COLLEAGUE = uuid(4);
export const AGREEMENT = uuid(5);
export const POUCH = uuid(6);
export const OTHER_POUCH = uuid(7);
export const CONTACT = uuid(8);
export const NEW_CARD = uuid(9);
export const OTHER_RESIDENT = uuid(10);

export function actor(role: Role, level: Level | null): Actor {
  return { staffId: ME, role, level };
}

export const FLOOR = actor('floor', null);
export const EMERGENCY_ONLY = actor('floor', 'emergency-only');
export const HANDLER = actor('floor', 'handler');
export const DEPUTY = actor('floor', 'deputy');
export const LEADER = actor('floor', 'responsible');
export const AUDITOR = actor('auditor', null);
export const ADMIN = actor('admin', null);
export const MANAGER = actor('manager', null);
export const SIGNED_IN: readonly Actor[] = [FLOOR, EMERGENCY_ONLY, HANDLER, DEPUTY, LEADER, ADMIN, MANAGER];

export const HOLD = { reason: 'no-agreement', resolveBy: '2026-11-28' } as const;
export const STORED = { at: 'stored', storage: POUCH, since: EARLIER, hold: null } as const satisfies Custody;
export const HELD = { ...STORED, hold: HOLD } as const satisfies Custody;
export const OUT = {
  at: 'out',
  since: EARLIER,
  holder: `staff:${COLLEAGUE}`,
  purpose: 'outpatient',
  dueBackAt: LATER,
  storage: POUCH,
  hold: null,
} as const satisfies Custody;
export const SEARCHING = { at: 'missing', stage: 'searching', since: EARLIER, storage: POUCH, hold: null } as const;
export const LOST = { ...SEARCHING, stage: 'lost' } as const satisfies Custody;
export const ENDED = { at: 'ended', disposition: 'returned', since: EARLIER } as const satisfies Custody;
export const ANYWHERE: readonly Custody[] = [STORED, HELD, OUT, SEARCHING, LOST, ENDED];

export function anAgreement(of: Partial<Agreement> = {}): Agreement {
  return { id: AGREEMENT, residentId: RESIDENT, kinds: ITEM_KINDS, from: '2026-01-01', to: null, ...of };
}

export function anItem(of: Partial<ItemSituation> = {}): ItemSituation {
  return {
    id: CARD,
    kind: 'eligibility-certificate',
    residentId: RESIDENT,
    custody: STORED,
    lastAt: EARLIER,
    holderName: null,
    residentLeftOn: null,
    dispute: null,
    agreements: [anAgreement()],
    ...of,
  };
}

/** given is a situation with one item unless told otherwise; the actor is a responsible person. */
export function given(item: Partial<ItemSituation> = {}, of: Partial<Situation> = {}): Situation {
  return { now: NOW, today: TODAY, actor: LEADER, items: [anItem(item)], contact: null, ...of };
}

/** givenEnd is a situation in which custody ends; another item of the resident can take the place of a replaced one. */
export function givenEnd(item: Partial<ItemSituation> = {}, of: Partial<HandOverSituation> = {}): HandOverSituation {
  return { ...given(item), replacement: anItem({ id: NEW_CARD }), ...of };
}

export function givenNew(item: Partial<NewItem> = {}, of: Partial<IntakeSituation> = {}): IntakeSituation {
  const { id, kind, residentId, residentLeftOn, agreements } = anItem();
  return {
    now: NOW,
    today: TODAY,
    actor: LEADER,
    item: { id, kind, residentId, residentLeftOn, agreements, ...item },
    ...of,
  };
}

/** outcome is the refusal's kind, or the types of the accepted entries joined by a plus. */
export function outcome(verdict: Verdict): string {
  return verdict.ok ? verdict.value.map(({ type }) => type).join(' + ') : verdict.refusal.kind;
}

/** accepted is the entries of a verdict that must be a yes. */
export function accepted(verdict: Verdict): readonly Draft[] {
  if (!verdict.ok) throw new Error(`refused: ${JSON.stringify(verdict.refusal)}`);
  return verdict.value;
}

/** recorded gives drafts their numbers and a moment, as the ledger would. */
export function recorded(drafts: readonly Draft[], firstSeq: number, recordedAt = NOW): readonly HistoryEntry[] {
  return drafts.map((draft, n) => ({ ...draft, seq: firstSeq + n, recordedAt }));
}

/** entry writes down one entry of a history. */
export function entry<T extends HistoryEntry['type']>(
  seq: number,
  type: T,
  facts: Extract<HistoryEntry, { readonly type: T }>['facts'],
  of: Partial<Pick<HistoryEntry, 'recordedAt' | 'occurredAt' | 'corrects'>> = {},
): HistoryEntry {
  const recordedAt = `2026-11-20T00:${String(seq % 60).padStart(2, '0')}:00.000Z`;
  return { seq, type, recordedAt, occurredAt: null, corrects: null, facts, ...of } as HistoryEntry;
}

const DESCRIPTION = { printedExpiresOn: null, certificateExpiresOn: null, insurerType: null, authMode: null };

export const TAKEN_IN = {
  kind: 'eligibility-certificate',
  storage: POUCH,
  ...DESCRIPTION,
  condition: 'good',
  agreement: AGREEMENT,
} as const;
export const CHECKED_OUT = {
  holder: `staff:${COLLEAGUE}`,
  purpose: 'outpatient',
  dueBackAt: LATER,
  contact: null,
  sheet: null,
} as const;
export const CHECKED_IN = { storage: null, condition: 'good', sheet: null } as const;
export const AMENDED = { reason: 'mistyped', dueBackAt: null, purpose: null, occurredAt: null } as const;
