import fc from 'fast-check';
import type { Actor } from '../access/may.ts';
import { addDays, dayInTokyo, instantAt, millisecondsOf } from '../instant.ts';
import type { Instant, Uuid } from '../instant.ts';
import { factsFit } from '../ledger/entry-types.ts';
import { agree } from './agree.ts';
import { amend } from './amend.ts';
import { assign } from './assign.ts';
import { cancel } from './cancel.ts';
import { change } from './change.ts';
import { checkIn } from './check-in.ts';
import { checkOut } from './check-out.ts';
import { DISPOSITIONS, PURPOSES } from './custody.ts';
import { enterLate } from './enter-late.ts';
import { advance, fold, liveSteps } from './fold.ts';
import { found } from './found.ts';
import { handOver } from './hand-over.ts';
import { isCorrectionEntry, isCustodyEntry } from './history.ts';
import type { HistoryEntry } from './history.ts';
import { holdTemporarily } from './hold-temporarily.ts';
import { move } from './move.ts';
import { reportMissing } from './report-missing.ts';
import { reviewEmergency, unreviewedEmergencies } from './review-emergency.ts';
import { search } from './search.ts';
import type { RecordSituation, Verdict } from './situation.ts';
import { takeIn } from './take-in.ts';
import { AGREEMENT, anAgreement, anItem, AUDITOR, CARD, COLLEAGUE, entry, EMERGENCY_ONLY } from './testing/makers.ts';
import { FLOOR, givenNew, HANDLER, LEADER, NEW_CARD, NOW, OTHER_POUCH, POUCH } from './testing/makers.ts';
import { recorded, RESIDENT } from './testing/makers.ts';
import { aChange, aCheckIn, aCheckOut, aHandOver, aHold, aLateEntry, anAmendment, aTakeIn } from './testing/orders.ts';

/** Wish is one thing that somebody tries, sensible or not. */
interface Wish {
  readonly verb: keyof typeof VERBS;
  readonly actor: Actor;
  /** Minutes since the wish before; the clock may also be set back. */
  readonly minutes: number;
  readonly claimed: Instant | null;
  readonly pick: number;
  readonly yes: boolean;
}

const itemIds = [CARD];
const note = null;
const pickOf = <T>(list: readonly T[], { pick }: Wish): T => list[pick % list.length]!;
const someSeq = ({ items }: RecordSituation, wish: Wish): number =>
  pickOf(
    items[0]!.history.map(({ seq }) => seq),
    wish,
  );
const newestSeq = ({ items }: RecordSituation): number => fold(items[0]!.history).newestCustodySeq;
const emergencySeq = ({ items }: RecordSituation): number | undefined =>
  unreviewedEmergencies(items[0]!.history).at(-1);
const storageOf = (wish: Wish): Uuid | null => pickOf([null, POUCH, OTHER_POUCH], wish);
const dueOf = ({ pick }: Wish, now: Instant): Instant | null =>
  pick % 4 === 0 ? null : instantAt(millisecondsOf(now) + pick * 3_600_000);

/** Each verb with orders that are often wrong. */
const VERBS = {
  'check-out': (wish: Wish, on: RecordSituation): Verdict =>
    checkOut(
      aCheckOut({
        purpose: pickOf([...PURPOSES, 'emergency', 'emergency'] as const, wish),
        holder: wish.yes ? 'other:resident' : `staff:${COLLEAGUE}`,
        dueBackAt: dueOf(wish, on.now),
        occurredAt: wish.claimed,
        foundIds: wish.yes ? itemIds : [],
      }),
      on,
    ),
  'check-in': (wish: Wish, on: RecordSituation) =>
    checkIn(aCheckIn({ storageId: storageOf(wish), occurredAt: wish.claimed }), on),
  change: (wish: Wish, on: RecordSituation) =>
    change(
      aChange({ holder: wish.yes ? 'other:clinic' : null, dueBackAt: dueOf(wish, on.now), occurredAt: wish.claimed }),
      on,
    ),
  move: (wish: Wish, on: RecordSituation) => move({ itemIds, storageId: wish.yes ? POUCH : OTHER_POUCH, note }, on),
  'hand-over': (wish: Wish, on: RecordSituation) =>
    handOver(
      aHandOver({
        disposition: pickOf(DISPOSITIONS, wish),
        receiver: wish.yes ? 'other:resident' : 'other:family',
        witnessId: COLLEAGUE,
        occurredAt: wish.claimed,
      }),
      { ...on, replacement: anItem({ id: NEW_CARD }) },
    ),
  search: (_: Wish, on: RecordSituation) => search({ itemIds, note }, on),
  'report-missing': (_: Wish, on: RecordSituation) => reportMissing({ itemIds, note }, on),
  found: (wish: Wish, on: RecordSituation) => found({ itemIds, storageId: storageOf(wish), note }, on),
  'enter-late': (wish: Wish, on: RecordSituation) =>
    enterLate(aLateEntry({ outAt: wish.claimed ?? on.now, inAt: wish.yes ? on.now : (wish.claimed ?? on.now) }), on),
  agree: (wish: Wish, on: RecordSituation) =>
    agree({ itemIds, agreementId: AGREEMENT, storageId: storageOf(wish) }, on),
  assign: (_: Wish, on: RecordSituation) => assign({ itemIds, residentId: RESIDENT }, on),
  cancel: (wish: Wish, on: RecordSituation) =>
    cancel({ seqs: [wish.yes ? newestSeq(on) : someSeq(on, wish)], reasonCode: 'twice', reason: null }, on),
  amend: (wish: Wish, on: RecordSituation) =>
    amend(
      anAmendment({
        seq: wish.yes ? newestSeq(on) : someSeq(on, wish),
        replace: pickOf(
          [
            { dueBackAt: dueOf(wish, on.now) },
            { purpose: pickOf(PURPOSES, wish) },
            { occurredAt: wish.claimed },
            { note: 'メモ' },
          ],
          wish,
        ),
      }),
      on,
    ),
  'review-emergency': (wish: Wish, on: RecordSituation) =>
    reviewEmergency({ itemId: CARD, seq: emergencySeq(on) ?? someSeq(on, wish), outcome: 'in-order', note }, on),
} as const;

const wishes = fc.array(
  fc.record({
    verb: fc.constantFrom(...(Object.keys(VERBS) as (keyof typeof VERBS)[])),
    actor: fc.constantFrom(LEADER, LEADER, LEADER, HANDLER, FLOOR, EMERGENCY_ONLY, AUDITOR),
    minutes: fc.integer({ min: -5, max: 300 }),
    ago: fc.option(fc.integer({ min: -10, max: 400 })),
    pick: fc.nat(200),
    yes: fc.boolean(),
  }),
  { minLength: 20, maxLength: 60, size: 'max' },
);
type Raw = Omit<Wish, 'claimed'> & { readonly ago: number | null };

const accepted = new Map<string, number>();
const refused = new Map<string, number>();
const tally = (of: Map<string, number>, name: string) => of.set(name, (of.get(name) ?? 0) + 1);

function beginning(held: boolean): readonly HistoryEntry[] {
  const verdict = held ? holdTemporarily(aHold(), givenNew({ residentId: null })) : takeIn(aTakeIn(), givenNew());
  if (!verdict.ok) throw new Error('premise: an item begins');
  return recorded(verdict.value, 0, NOW);
}

function situationOf(
  history: readonly HistoryEntry[],
  residentId: Uuid | null,
  actor: Actor,
  now: Instant,
): RecordSituation {
  const { custody, lastAt } = fold(history);
  const item = anItem({ custody, lastAt, residentId, agreements: [anAgreement({ to: addDays('2026-11-22', 3) })] });
  return { now, today: dayInTokyo(now), actor, items: [{ ...item, history }], contact: null };
}

/** live lets people try one thing after the other and hands over every accepted command. */
function live(
  raws: readonly Raw[],
  held: boolean,
  seen: (before: readonly HistoryEntry[], added: readonly HistoryEntry[]) => void,
): void {
  let history = beginning(held);
  let residentId: Uuid | null = held ? null : RESIDENT;
  let clock = millisecondsOf(NOW);
  for (const { ago, ...raw } of raws) {
    clock += raw.minutes * 60_000;
    const wish = { ...raw, claimed: ago === null ? null : instantAt(clock - ago * 60_000) };
    const verdict = VERBS[raw.verb](wish, situationOf(history, residentId, raw.actor, instantAt(clock)));
    if (!verdict.ok) {
      tally(refused, verdict.refusal.kind);
      continue;
    }
    for (const { type, facts } of verdict.value) {
      tally(accepted, type);
      expect([type, factsFit(type, facts)]).toEqual([type, true]);
    }
    const added = recorded(verdict.value, history.length, instantAt(clock));
    seen(history, added);
    history = [...history, ...added];
    residentId = verdict.value.at(-1)?.resident ?? residentId;
  }
}

describe('whatever people try', () => {
  const RUNS = { numRuns: 400 };

  test('what was accepted can always be folded, at once and step by step', () =>
    fc.assert(
      fc.property(wishes, fc.boolean(), (raws, held) =>
        live(raws, held, (before, added) => {
          const after = fold([...before, ...added]);
          let state = fold(before);
          for (const one of added) if (!isCorrectionEntry(one)) state = advance(state, one);
          if (!added.some(isCorrectionEntry)) expect(state).toEqual(after);
        }),
      ),
      RUNS,
    ));

  test('cancelling what a command added restores exactly the state before', () =>
    fc.assert(
      fc.property(wishes, fc.boolean(), (raws, held) =>
        live(raws, held, (before, added) => {
          const moved = added
            .filter(isCustodyEntry)
            .map(({ seq }) => seq)
            .reverse();
          if (moved.length === 0) return;
          const undone = moved.map((corrects, n) =>
            entry(before.length + added.length + n, 'entry.cancelled', { reason: 'twice' }, { corrects }),
          );
          expect(fold([...before, ...added, ...undone])).toEqual(fold(before));
          expect(liveSteps([...before, ...added, ...undone])).toEqual(liveSteps(before));
        }),
      ),
      RUNS,
    ));

  test('an amendment never moves the item', () =>
    fc.assert(
      fc.property(wishes, fc.boolean(), (raws, held) =>
        live(raws, held, (before, added) => {
          if (!added.some(({ type }) => type === 'entry.amended')) return;
          const where = (history: readonly HistoryEntry[]) => {
            const { custody, newestCustodySeq } = fold(history);
            const { at, storage, holder, stage, disposition } = {
              storage: 0,
              holder: 0,
              stage: 0,
              disposition: 0,
              ...custody,
            };
            return { at, storage, holder, stage, disposition, newestCustodySeq };
          };
          expect(where([...before, ...added])).toEqual(where(before));
        }),
      ),
      RUNS,
    ));

  test('premise: every movement and most refusals came up in these lives', () => {
    expect([...accepted.keys()].sort()).toEqual([
      'emergency.reviewed',
      'entry.amended',
      'entry.cancelled',
      'item.agreed',
      'item.assigned',
      'item.changed',
      'item.checked-in',
      'item.checked-out',
      'item.found',
      'item.handed-over',
      'item.moved',
      'item.reported-missing',
      'item.search-started',
    ]);
    expect(refused.size).toBeGreaterThan(15);

    expect(Math.min(...accepted.values())).toBeGreaterThan(20);
  });
});
