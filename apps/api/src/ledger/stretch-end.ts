import { parseCheckpointBody } from '@azukari/domain';
import type { LogName } from '@azukari/domain';
import type { AnchorNote } from './kept-outside.ts';

/** StretchEnd says that what stands before it of a log was given up: in entry `entry`, up to the checkpoint with that body. */
export interface StretchEnd {
  readonly log: LogName;
  readonly entry: number;
  readonly body: string;
}

/** KeptLine is what a line of the file on the second disk says. */
export type KeptLine = AnchorNote | StretchEnd;

/** isNote tells a signed checkpoint from the end of a stretch. */
export function isNote(line: KeptLine): line is AnchorNote {
  return 'note' in line;
}

/** endLine is the end of a stretch as a line of the file: an object, where a checkpoint is a string. It needs no signature, since the record has to say the same. */
export function endLine({ body, entry }: StretchEnd): { readonly endedBy: number; readonly givenUp: string } {
  return { endedBy: entry, givenUp: body };
}

/** endIn reads such a line; null where it is none. */
export function endIn(said: unknown): StretchEnd | null {
  const { endedBy, givenUp } = (said ?? {}) as { readonly endedBy?: unknown; readonly givenUp?: unknown };
  if (typeof givenUp !== 'string' || !Number.isSafeInteger(endedBy)) return null;
  const checkpoint = parseCheckpointBody(givenUp);
  return checkpoint && { log: checkpoint.log as LogName, entry: endedBy as number, body: givenUp };
}
