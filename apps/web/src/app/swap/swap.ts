import type { AnswerOf, readSwap } from '@azukari/contract';
import { SWAP_STATES, type SwapState } from '@azukari/domain';

/** Swap is the work list of a season, as the API tells it. */
export type Swap = AnswerOf<typeof readSwap>;

/** Line is one yearly paper of one resident. */
export type Line = Swap['lines'][number];

/** TASKS are what can be done with many lines at once: an envelope arrived, the new paper is here, the old one goes. */
export const TASKS = ['arrive', 'swap', 'end'] as const;
export type Task = (typeof TASKS)[number];

/** offers says whether a line can be part of a batch. */
export function offers({ state, obstacle, agreed, old }: Line, task: Task): boolean {
  switch (task) {
    case 'arrive':
      return state === 'awaited';
    case 'swap':
      return (state === 'awaited' || state === 'sealed') && obstacle === null && agreed && old.at === 'stored';
    case 'end':
      return state === 'both' && !old.counts && old.at === 'stored';
  }
}

/** Hindrance is why a line waits for something else than the post; null when nothing stands in the way. */
export type Hindrance = 'out' | 'missing' | 'counts' | 'stay-closed' | 'not-asked' | 'not-from-insurer' | 'not-agreed';

/** hindranceOf is what to tell of a line that cannot be swapped now. */
export function hindranceOf({ state, old, obstacle, rule, agreed }: Line): Hindrance | null {
  if (state === 'done') return null;
  if (old.at === 'out' || old.at === 'missing') return old.at;
  if (state === 'both') return old.counts ? 'counts' : null;
  if (obstacle === 'not-from-insurer') return obstacle;
  if (obstacle === 'not-agreed') return rule === null ? 'not-asked' : 'stay-closed';
  return agreed ? null : 'not-agreed';
}

/** Wanted is what the person has narrowed the list to; null is all. */
export interface Wanted {
  readonly state: SwapState | null;
  readonly kind: string | null;
  readonly text: string;
}

/** EVERYTHING is a list that nobody has narrowed. */
export const EVERYTHING: Wanted = { state: null, kind: null, text: '' };

/** wantedOf are the lines to show; a text is looked for in rooms and names. */
export function wantedOf(lines: readonly Line[], { state, kind, text }: Wanted): readonly Line[] {
  const sought = text.trim();
  return lines.filter(
    (line) =>
      (state === null || line.state === state) &&
      (kind === null || line.kind === kind) &&
      (sought === '' ||
        [line.resident.room, line.resident.name, line.resident.kana].some((part) => part.includes(sought))),
  );
}

/** countsOf is how many lines stand in each state, in the order in which a paper passes them. */
export function countsOf(lines: readonly Line[]): readonly { readonly state: SwapState; readonly count: number }[] {
  return SWAP_STATES.map((state) => ({ state, count: lines.filter((line) => line.state === state).length }));
}

/** kindsOf are the kinds of paper in a list, each once. */
export function kindsOf(lines: readonly Line[]): readonly Line['kind'][] {
  return [...new Set(lines.map(({ kind }) => kind))];
}

/** envelopesOf are the envelopes to record for lines that arrived: one for each resident, with all that is awaited in it. */
export function envelopesOf(lines: readonly Line[]) {
  return [...Map.groupBy(lines, ({ resident }) => resident.id)].map(([residentId, own]) => ({
    residentId,
    from: 'insurer' as const,
    expected: own.map(({ kind }) => kind),
    storageId: own[0]?.old.storage?.id ?? null,
  }));
}
