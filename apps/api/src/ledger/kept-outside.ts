import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCheckpointBody, parseNote } from '@azukari/domain';
import type { LogName } from '@azukari/domain';

/** OUTSIDE is how the file of a log's newest checkpoint beside the database ends. */
export const OUTSIDE = '.checkpoint';

/** AnchorNote is a signed checkpoint to be kept. */
export interface AnchorNote {
  readonly log: LogName;
  readonly note: string;
}

/** anchorOf is a signed checkpoint with the log that it is of, or null where the text is none; whose signature it is was not looked at. */
export function anchorOf(note: string): AnchorNote | null {
  const text = parseNote(note)?.text;
  const checkpoint = text === undefined ? null : parseCheckpointBody(text);
  return checkpoint === null ? null : { log: checkpoint.log as LogName, note };
}

/** keptOutside reads the newest checkpoint of each log from the folder beside the database. */
export function keptOutside(anchorsFolder: string): readonly AnchorNote[] {
  return readdirSync(anchorsFolder)
    .filter((name) => name.endsWith(OUTSIDE))
    .flatMap((name) => anchorOf(readFileSync(join(anchorsFolder, name), 'utf8')) ?? []);
}
