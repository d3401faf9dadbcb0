import { base64, fromBase64 } from './base64.ts';
import { HASH_SIZE } from './bytes.ts';
import { count } from './fact-schema.ts';
import type { Frontier } from './frontier.ts';
import { isPlainObject, jcs, parseStrict } from './jcs.ts';
import { areDigests, openingsOf } from './private-fields.ts';
import type { Digests, Opening } from './private-fields.ts';

/** PACK_VERSION is the form of a pack that this program writes and reads; it stands in the pack's `pack.json`. */
export const PACK_VERSION = 1;

/** PACK_FILES are the files of one log in a pack, in a folder named `custody` or `access`. Lines end in LF. */
export const PACK_FILES = {
  /** Only in a pack that begins later than the log: the right edge of the tree over the entries before. */
  before: 'before.json',
  /** Beside it: the entries before the pack that named a key, each a C2SP tlog-proof against `checkpoint`, a JSON string in a line. */
  keys: 'keys.jsonl',
  /** The exact text of each entry, one a line. */
  leaves: 'leaves.jsonl',
  /** For each entry with private fields its digests, and what still exists of the fields. */
  private: 'private.jsonl',
  /** Every signed checkpoint within the pack, oldest first, each a JSON string in a line. */
  checkpoints: 'checkpoints.jsonl',
  /** The signed checkpoint over the last entry of the pack: a C2SP tlog-checkpoint. */
  checkpoint: 'checkpoint',
} as const;

/** LONGEST_LINE is the most bytes that a line of a pack may have; no entry comes near it. */
export const LONGEST_LINE = 262_144;

/** PackManifest says what a pack holds, for people and for a reader that has to know its form; nothing in it is believed. */
export interface PackManifest {
  readonly v: typeof PACK_VERSION;
  readonly logs: readonly PackedLog[];
}

/** PackedLog is one log in a pack: its entries from `from` up to but not including `to`. */
export interface PackedLog {
  readonly folder: 'custody' | 'access';
  readonly log: string;
  readonly from: number;
  readonly to: number;
}

/** PackedFields are the private fields of one entry as a pack carries them. */
export interface PackedFields {
  readonly seq: number;
  readonly digests: Digests;
  readonly openings: readonly Opening[];
}

/** formatManifest writes a pack's `pack.json`. */
export function formatManifest({ logs }: Pick<PackManifest, 'logs'>): string {
  return `${jcs({ logs: logs.map(({ folder, log, from, to }) => ({ folder, from, log, to })), v: PACK_VERSION })}\n`;
}

/** parseManifest reads a pack's `pack.json`: `unknown` when a later version wrote it, null when it is none. */
export function parseManifest(text: string): PackManifest | 'unknown' | null {
  const value = text.endsWith('\n') ? parseStrict(text.slice(0, -1)) : undefined;
  if (!isPlainObject(value) || !count(value['v']) || value['v'] === 0) return null;
  if (value['v'] !== PACK_VERSION) return 'unknown';
  const { logs } = value;
  if (Object.keys(value).join() !== 'logs,v' || !Array.isArray(logs) || logs.length === 0) return null;
  if (!logs.every(isPackedLog) || new Set(logs.map(({ folder }) => folder)).size !== logs.length) return null;
  return { v: PACK_VERSION, logs };
}

/** formatPackedFields writes one line of `private.jsonl`, without its LF. */
export function formatPackedFields({ seq, digests, openings }: PackedFields): string {
  // Written straight, not by jcs of a whole made for it: a pack has as many of these lines as entries.
  const sorted = openings.length > 1 ? openings.toSorted((one, other) => (one.field < other.field ? -1 : 1)) : openings;
  const fields = sorted.map(({ field, r, value }) => `${jcs(field)}:{"r":"${base64(r)}","value":${jcs(value)}}`);
  return `{"digests":${jcs(digests)},"fields":{${fields.join(',')}},"seq":${jcs(seq)}}`;
}

/** parsePackedFields reads one line of `private.jsonl`; null for all that formatPackedFields would not write. */
export function parsePackedFields(line: string): PackedFields | null {
  const value = parseStrict(line);
  if (!isPlainObject(value) || Object.keys(value).join() !== 'digests,fields,seq') return null;
  const { digests, fields, seq } = value;
  if (!count(seq) || !areDigests(digests) || !isPlainObject(fields)) return null;
  const openings = openingsOf(fields);
  return openings && { seq, digests, openings };
}

/** formatBefore writes `before.json`: how many entries come before the pack, and the roots of their perfect subtrees. */
export function formatBefore({ size, roots }: Frontier): string {
  return `${jcs({ roots: roots.map(base64), size })}\n`;
}

/** parseBefore reads `before.json`; null unless there are as many roots as the size has bits set. */
export function parseBefore(text: string): Frontier | null {
  const value = text.endsWith('\n') ? parseStrict(text.slice(0, -1)) : undefined;
  if (!isPlainObject(value) || Object.keys(value).join() !== 'roots,size') return null;
  const { roots, size } = value;
  if (!count(size) || size === 0 || !Array.isArray(roots)) return null;
  const hashes = roots.map((root) => (typeof root === 'string' ? fromBase64(root) : null));
  if (hashes.length !== bitsSet(size) || !hashes.every((hash) => hash?.length === HASH_SIZE)) return null;
  return { size, roots: hashes as readonly Uint8Array[] };
}

function isPackedLog(value: unknown): value is PackedLog {
  if (!isPlainObject(value) || Object.keys(value).join() !== 'folder,from,log,to') return false;
  const { folder, from, log, to } = value;
  return (folder === 'custody' || folder === 'access') && typeof log === 'string' && count(from) && count(to);
}

function bitsSet(size: number): number {
  return [...size.toString(2)].filter((bit) => bit === '1').length;
}
