import { base64, fromBase64 } from './base64.ts';
import { HASH_SIZE, readDecimal } from './bytes.ts';

/** TlogProof is an entry's inclusion in a log, to be checked without the log (C2SP tlog-proof). */
export interface TlogProof {
  /** What the application adds; nothing vouches for it but what it is recomputed into. */
  readonly extra: Uint8Array | null;
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint, verbatim. The tree's size is read here and nowhere else. */
  readonly checkpoint: string;
}

const HEADER = 'c2sp.org/tlog-proof@v1';
// No audit path is longer in a tree of less than 2^53 entries; no extra of ours nears the length.
const LONGEST_PATH = 53;
const LONGEST_TEXT = 262_144;

/** formatTlogProof writes the file of a proof (C2SP tlog-proof "Format"), and throws for what parseTlogProof would not read. */
export function formatTlogProof({ extra, index, proof, checkpoint }: TlogProof): string {
  const lines = [HEADER, ...(extra === null ? [] : [`extra ${base64(extra)}`]), `index ${index}`, ...proof.map(base64)];
  const text = `${lines.join('\n')}\n\n${checkpoint}`;
  if (parseTlogProof(text)?.checkpoint !== checkpoint) throw new TypeError('no tlog-proof');
  return text;
}

/** parseTlogProof reads the file of a proof by its exact grammar (C2SP tlog-proof "Format"); null for all else. */
export function parseTlogProof(text: string): TlogProof | null {
  const split = text.indexOf('\n\n');
  if (split === -1 || text.length > LONGEST_TEXT) return null;
  const [header, ...lines] = text.slice(0, split).split('\n');
  const checkpoint = text.slice(split + 2);
  if (header !== HEADER || checkpoint === '') return null;
  const [first] = lines;
  const extra = first?.startsWith('extra ') ? fromBase64(first.slice(6)) : undefined;
  if (extra !== undefined) lines.shift();
  const indexLine = lines.shift();
  const index = indexLine?.startsWith('index ') ? readDecimal(indexLine.slice(6)) : null;
  // "If no extra data is present, this line is omitted": an empty one is a second way to say the same.
  if (extra === null || extra?.length === 0 || index === null || lines.length > LONGEST_PATH) return null;
  const proof = lines.map(fromBase64).filter((hash): hash is Uint8Array => hash?.length === HASH_SIZE);
  return proof.length === lines.length ? { extra: extra ?? null, index, proof, checkpoint } : null;
}
