import { base64, fromBase64 } from './base64.ts';
import { HASH_SIZE, readDecimal } from './bytes.ts';
import { openNote, signNote } from './note.ts';
import type { Ed25519Verify, NoteSigner, VerifierKey } from './note.ts';

/** Checkpoint is a log's head: its name, how many entries, and the root over them (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly log: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** OpenedCheckpoint is a checkpoint that a known key of that very log signed, or why it is not believed. */
export type OpenedCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly signedBy: readonly VerifierKey[] }
  | { readonly ok: false; readonly because: 'malformed' | 'unknown-key' | 'bad-signature' | 'other-log' };

/** checkpointBody is the signed text: name, size and base64 root, a line each (C2SP tlog-checkpoint "Note text"). */
export function checkpointBody({ log, size, root }: Checkpoint): string {
  const body = `${log}\n${size}\n${base64(root)}\n`;
  if (parseCheckpointBody(body) === null) throw new TypeError('no checkpoint');
  return body;
}

/**
 * parseCheckpointBody reads the signed text by its exact grammar, and answers null for all else: a size with a sign, a
 * blank or a leading zero, a root that is no SHA-256, and extension lines, which no log of ours writes.
 */
export function parseCheckpointBody(body: string): Checkpoint | null {
  // Stryker disable next-line StringLiteral: a text of too few lines is refused, whatever stands in for them.
  const [log = '', digits = '', encoded = '', end, ...more] = body.split('\n');
  const size = readDecimal(digits);
  const root = fromBase64(encoded);
  if (log === '' || size === null || root?.length !== HASH_SIZE || end !== '' || more.length > 0) return null;
  return { log, size, root };
}

/** signCheckpoint makes the signed note; never for a head inconsistent with one signed before, which the caller ensures. */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly NoteSigner[]): string {
  if (signers.some(({ key }) => key.name !== checkpoint.log)) throw new TypeError('key of another log');
  return signNote(checkpointBody(checkpoint), signers);
}

/** openCheckpoint believes a checkpoint when a known key verifies that bears the name of the log. */
export function openCheckpoint(note: string, keys: readonly VerifierKey[], verify: Ed25519Verify): OpenedCheckpoint {
  const opened = openNote(note, keys, verify);
  if (!opened.ok) return opened;
  const checkpoint = parseCheckpointBody(opened.text);
  if (checkpoint === null) return { ok: false, because: 'malformed' };
  const signedBy = opened.signedBy.filter(({ name }) => name === checkpoint.log);
  return signedBy.length === 0 ? { ok: false, because: 'other-log' } : { ok: true, checkpoint, signedBy };
}
