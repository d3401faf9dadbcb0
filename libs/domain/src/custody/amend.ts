import { accept, refuse } from '../decision.ts';
import type { Instant, Uuid } from '../instant.ts';
import type { EntryFacts } from '../ledger/entry-types.ts';
import type { Refusal } from '../refusal.ts';
import type { PrivateField, Purpose } from './custody.ts';
import { draft, refuseDueBack, refuseUnlessMay } from './draft.ts';
import { liveSteps } from './fold.ts';
import type { LiveStep } from './fold.ts';
import { effectiveAt } from './history.ts';
import type { CustodyEntry } from './history.ts';
import type { RecordedItem, RecordSituation, Verdict } from './situation.ts';

/** AMENDABLE_PRIVATE are the private fields that may be replaced; names of people who acted are not among them. */
export const AMENDABLE_PRIVATE = [
  'note',
  'destination',
  'holderName',
  'receiverName',
] as const satisfies readonly PrivateField[];
type AmendablePrivate = (typeof AMENDABLE_PRIVATE)[number];

/** AmendField names what an amendment may replace. */
export type AmendField = 'dueBackAt' | 'purpose' | 'occurredAt' | AmendablePrivate;

/** AMENDABLE lists, for each type of custody entry, what may be amended; anything that would move the item is absent. */
export const AMENDABLE: Readonly<Record<CustodyEntry['type'], readonly AmendField[]>> = {
  'item.taken-in': ['occurredAt', 'note'],
  'item.held-temporarily': ['occurredAt', 'note'],
  'item.agreed': ['occurredAt', 'note'],
  'item.checked-out': ['dueBackAt', 'purpose', 'occurredAt', 'holderName', 'destination', 'note'],
  'item.changed': ['dueBackAt', 'occurredAt', 'holderName', 'note'],
  'item.checked-in': ['occurredAt', 'note'],
  'item.moved': ['occurredAt', 'note'],
  'item.handed-over': ['occurredAt', 'receiverName', 'note'],
  'item.search-started': ['occurredAt', 'note'],
  'item.reported-missing': ['occurredAt', 'note'],
  'item.found': ['occurredAt', 'note'],
};

type Replaced = {
  readonly dueBackAt?: Instant | null | undefined;
  readonly purpose?: Purpose | undefined;
  readonly occurredAt?: Instant | null | undefined;
} & { readonly [F in AmendablePrivate]?: string | null | undefined };

/** Amend is the order to replace fields of an entry; an absent field stays, null empties it. */
export interface Amend {
  readonly itemId: Uuid;
  readonly seq: number;
  readonly replace: Replaced;
  readonly reasonCode: EntryFacts<'entry.amended'>['reason'];
  readonly reason: string | null;
}

/** amend decides whether an entry may be read otherwise from now on. It never moves the item. */
export function amend(order: Amend, { actor, items, now }: RecordSituation): Verdict {
  const no = refuseUnlessMay(actor, 'amend');
  if (no) return refuse(no);
  const { seq, replace, reasonCode, reason } = order;
  const item = items.find(({ id }) => id === order.itemId);
  if (item === undefined || !item.history.some((entry) => entry.seq === seq)) return refuse({ kind: 'not-found' });
  const steps = liveSteps(item.history);
  const place = steps.findIndex(({ entry }) => entry.seq === seq);
  const target = steps[place]?.entry ?? null;
  const fields = changedFields(replace, target);
  const refusal =
    refuseFields(fields, target) ??
    refuseEmergency(replace, fields, target) ??
    refuseOccurred(order, item, steps, place) ??
    refuseDue(order, item, steps[place], now);
  if (refusal) return refuse(refusal);
  const { dueBackAt = null, purpose = null, occurredAt = null, note, destination, holderName, receiverName } = replace;
  const changed = <T>(field: AmendField, value: T): T | null => (fields.includes(field) ? value : null);
  return accept([
    draft('entry.amended', item, {
      facts: {
        fields,
        reason: reasonCode,
        dueBackAt: changed('dueBackAt', dueBackAt),
        purpose: changed('purpose', purpose),
        occurredAt: changed('occurredAt', occurredAt),
      },
      corrects: seq,
      private: {
        note: note ?? null,
        destination: destination ?? null,
        holderName: holderName ?? null,
        receiverName: receiverName ?? null,
        reason,
      },
    }),
  ]);
}

const FIELDS = ['dueBackAt', 'purpose', 'occurredAt', ...AMENDABLE_PRIVATE] as const satisfies readonly AmendField[];

/** A fact that is replaced by itself is no change; what a private field holds is not known here, so naming it counts. */
function changedFields(replace: Replaced, entry: CustodyEntry | null): readonly AmendField[] {
  const now: Readonly<Record<string, unknown>> = { ...entry?.facts, occurredAt: entry?.occurredAt };
  return FIELDS.filter((field) => replace[field] !== undefined && replace[field] !== now[field]);
}

function refuseFields(fields: readonly AmendField[], entry: CustodyEntry | null): Refusal | null {
  const allowed = entry === null ? [] : AMENDABLE[entry.type];
  const field = fields.find((one) => !allowed.includes(one));
  if (field !== undefined) return { kind: 'field-not-amendable', field };
  return fields.length === 0 ? { kind: 'nothing-to-change' } : null;
}

/** An ambulance has its own review; an outing neither becomes one afterwards nor ceases to be one. */
function refuseEmergency(replace: Replaced, fields: readonly AmendField[], entry: CustodyEntry | null): Refusal | null {
  if (!fields.includes('purpose') || entry?.type !== 'item.checked-out') return null;
  const either = replace.purpose === 'emergency' || entry.facts.purpose === 'emergency';
  return either ? { kind: 'field-not-amendable', field: 'purpose' } : null;
}

/** A claimed moment lies between its neighbours' and not after the entry was written. */
function refuseOccurred(order: Amend, item: RecordedItem, steps: readonly LiveStep[], place: number): Refusal | null {
  const entry = steps[place]?.entry;
  const { occurredAt } = order.replace;
  if (entry === undefined || occurredAt === undefined || occurredAt === entry.occurredAt) return null;
  const at = occurredAt ?? entry.recordedAt;
  const previous = steps[place - 1]?.entry;
  const next = steps[place + 1]?.entry;
  if (at > entry.recordedAt) return { kind: 'occurred-in-future', now: entry.recordedAt };
  if (occurredAt !== null && previous !== undefined && occurredAt < effectiveAt(previous))
    return { kind: 'occurred-before-previous', itemId: item.id, previousAt: effectiveAt(previous) };
  return next !== undefined && at > effectiveAt(next) ? { kind: 'occurred-out-of-order' } : null;
}

/** The time of return stays after the leaving; only an item that is still out must have one. An emergency is not judged by it. */
function refuseDue({ replace }: Amend, item: RecordedItem, step: LiveStep | undefined, now: Instant): Refusal | null {
  const untouched =
    replace.dueBackAt === undefined && replace.purpose === undefined && replace.occurredAt === undefined;
  if (untouched || step === undefined) return null;
  const { entry, state } = step;
  const { custody } = state;
  if (custody.at !== 'out') return null;
  const dueBackAt = replace.dueBackAt === undefined ? custody.dueBackAt : replace.dueBackAt;
  const purpose = replace.purpose ?? custody.purpose;
  const at = replace.occurredAt === undefined ? effectiveAt(entry) : (replace.occurredAt ?? entry.recordedAt);
  const cameBack = item.custody.at !== 'out' || item.custody.since !== custody.since;
  if (purpose === 'emergency' || (dueBackAt === null && cameBack)) return null;
  return refuseDueBack({ dueBackAt, purpose }, at, now);
}
