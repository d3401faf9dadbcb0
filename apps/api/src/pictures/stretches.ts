import { lateFrom, overlaps, stretchesOf } from '@azukari/domain';
import type { Instant, Uuid } from '@azukari/domain';
import type { stretchAnswer } from '@azukari/contract';
import type { z } from 'zod';
import type { Statements } from '../database/statements.ts';
import { custodyOf } from '../items/item-views.ts';
import { outNames } from '../items/out-names.ts';
import type { Life } from './lives.ts';

/** StretchView is a stretch as the API answers it. */
export type StretchView = z.output<typeof stretchAnswer>;

/** Frame is what a picture shows of a life: the stretches that have a moment in it. */
export interface Frame {
  readonly from: Instant;
  readonly to: Instant;
  readonly now: Instant;
}

/** drawStretches answers the stretches of a life within a frame, with the names that the record has for them. */
export async function drawStretches(
  sql: Statements,
  { log, paths }: { readonly log: number; readonly paths: ReadonlyMap<Uuid, string> },
  { history, steps }: Life,
  frame: Frame,
): Promise<StretchView[]> {
  const views: StretchView[] = [];
  for (const stretch of stretchesOf(steps)) {
    if (!overlaps(stretch, { ...frame, to: frame.to < frame.now ? frame.to : frame.now })) continue;
    const { state } = stretch.step;
    const { custody } = state;
    const { holderName, destination } =
      custody.at === 'out'
        ? await outNames({ sql, log, history }, steps.slice(0, stretch.steps))
        : { holderName: null, destination: null };
    const storage = custody.at === 'ended' ? null : custody.storage;
    views.push({
      from: stretch.from,
      to: stretch.to,
      lateFrom: lateFrom(stretch, frame.now),
      storage: storage === null ? null : (paths.get(storage) ?? null),
      custody: custodyOf(state, holderName, destination),
    });
  }
  return views;
}
