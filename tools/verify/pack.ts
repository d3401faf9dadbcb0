import {
  EMPTY_FRONTIER,
  leafHash,
  PACK_FILES,
  parseBefore,
  parseCheckpointBody,
  parseLeaf,
  parseManifest,
  parseNote,
  parsePackedFields,
  parseReceiptExtra,
  parseStrict,
  parseTlogProof,
  parseVerifierKey,
  utf8,
  verifyInclusion,
} from '@azukari/domain';
import type { Frontier, Leaf, LogName, PackedFields, PackedLog, Sha256, VerifierKey } from '@azukari/domain';
import { BlobReader, configure, ZipReader } from '@zip.js/zip.js';
import type { FileEntry } from '@zip.js/zip.js';
import { Examination } from './examination.ts';
import type { Anchor, Examined, Examinee, Finding } from './examination.ts';
import { BadLines, Lines } from './lines.ts';

/** Means is what a platform brings: its hash, its check of an Ed25519 signature (RFC 8032), and a place to show how far it is. */
export interface Means {
  readonly sha256: Sha256;
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;
  readonly progress?: (done: number, of: number) => unknown;
  /** A running SHA-256 over a whole file, where the platform has one: then SHA256SUMS is checked too. */
  readonly digest?: () => { readonly update: (bytes: Uint8Array) => unknown; readonly hex: () => string };
}

/** LogReport is what came of one log of a pack. */
export interface LogReport {
  readonly folder: PackedLog['folder'];
  readonly log: string;
  readonly outcome: Finding | Examined;
}

/** Report is what came of a pack: of each of its logs, or of the pack itself when it cannot be read. */
export interface Report {
  readonly verdict: 'holds' | 'broken' | 'cannot-judge';
  readonly logs: readonly LogReport[];
  readonly pack: Finding | null;
}

/** PackFlaw is thrown for a file that is no pack, and for a pack whose files are not what they have to be. */
class PackFlaw extends Error {
  readonly finding: Finding;

  constructor(at: string, verdict: 'broken' | 'unknown' = 'broken') {
    super(at);
    this.finding =
      verdict === 'broken'
        ? { verdict, seq: null, at: `pack:${at}` }
        : { verdict: 'cannot-judge', seq: null, because: 'unknown-pack' };
  }
}

// Entries, fields and checkpoints are read side by side, each a stream that waits for the others.
configure({ maxWorkers: 8 });

const SMALL = 4_194_304;
const MOST_FILES = 32;
/** What compresses further than this is no record. */
const MOST_EXPANSION = 200;
const LOOSE_FILES = ['README.txt', 'SHA256SUMS', 'pack.json', 'verify.html'];
const LOG_FILE = /^(custody|access)\/([a-z.]+)$/;

/** examinePack reads a whole pack and believes nothing in it but what its own entries, hashes and signatures show. */
export async function examinePack(blob: Blob, anchor: Anchor | null, means: Means): Promise<Report> {
  const zip = new ZipReader(new BlobReader(blob), {
    useWebWorkers: false,
    checkSignature: true,
    strictness: 'strict',
  });
  try {
    const files = await filesOf(zip);
    const manifest = parseManifest(await smallText(files, 'pack.json'));
    if (manifest === null) throw new PackFlaw('pack.json');
    if (manifest === 'unknown') throw new PackFlaw('pack.json', 'unknown');
    for (const name of files.keys())
      if (LOG_FILE.test(name) && !manifest.logs.some(({ folder }) => name.startsWith(`${folder}/`)))
        throw new PackFlaw(name);
    const logs: LogReport[] = [];
    const witnessed = anchor && folderOf(anchor, manifest.logs);
    for (const packed of manifest.logs) {
      const brought = packed.folder === witnessed ? anchor : null;
      logs.push({ folder: packed.folder, log: packed.log, outcome: await examineLog(files, packed, brought, means) });
    }
    const pack = means.digest ? await checkSums(files, means.digest) : null;
    return { verdict: worst([...logs.map(({ outcome }) => outcome), ...(pack ? [pack] : [])]), logs, pack };
  } catch (error) {
    const { finding } =
      error instanceof PackFlaw ? error : new PackFlaw(error instanceof BadLines ? error.message : 'zip');
    return { verdict: finding.verdict, logs: [], pack: finding };
  } finally {
    await zip.close().catch(() => undefined);
  }
}

/** A checkpoint names its log; a code stands beside the checkpoint of the custody log. */
function folderOf(anchor: Anchor, logs: readonly PackedLog[]): PackedLog['folder'] {
  const named = anchor.kind === 'code' ? undefined : logs.find(({ log }) => anchor.note.startsWith(`${log}\n`));
  return named?.folder ?? 'custody';
}

async function examineLog(
  files: Files,
  packed: PackedLog,
  anchor: Anchor | null,
  means: Means,
): Promise<Finding | Examined> {
  const outcome = await readLog(files, packed, { anchor, everyState: false }, means);
  const notAmongCheckpoints = outcome.verdict === 'broken' && outcome.at === 'anchor:code';
  // A code may also have been written down between two checkpoints of the pack.
  return notAmongCheckpoints ? readLog(files, packed, { anchor, everyState: true }, means) : outcome;
}

async function readLog(
  files: Files,
  { folder, log, from }: PackedLog,
  sought: Pick<Examinee, 'anchor' | 'everyState'>,
  means: Means,
): Promise<Finding | Examined> {
  const at = (file: keyof typeof PACK_FILES): string => `${folder}/${PACK_FILES[file]}`;
  const before = files.has(at('before')) ? parseBefore(await smallText(files, at('before'))) : EMPTY_FRONTIER;
  if (before?.size !== from) throw new PackFlaw(at('before'));
  const end = await smallText(files, at('checkpoint'));
  const keys = before.size > 0 ? await keysBefore(files, at('keys'), end, means.sha256) : [];
  // The log's name is compared with that in every entry and checkpoint.
  const examination = new Examination({ log: log as LogName, before, keys, end, ...sought }, means.sha256);
  if (examination.refused !== null) return examination.refused;
  const [leaves, fields, checkpoints] = (['leaves', 'private', 'checkpoints'] as const).map(
    (file) => new Lines(contentOf(files, at(file))),
  ) as [Lines, Lines, Lines];
  try {
    const finding = await readEntries(
      examination,
      { leaves, fields: new FieldsInTurn(fields), checkpoints },
      before,
      means,
    );
    return finding ?? (await unverified(examination, means)) ?? examination.end();
  } finally {
    await Promise.all([leaves.stop(), fields.stop(), checkpoints.stop()]);
  }
}

/** The keys that entries before the pack named, each entry shown to be in the tree of the checkpoint at the pack's end. */
async function keysBefore(files: Files, name: string, end: string, sha256: Sha256): Promise<readonly VerifierKey[]> {
  const checkpoint = parseCheckpointBody(parseNote(end)?.text ?? '');
  const keys: VerifierKey[] = [];
  let last = -1;
  for (const line of (await smallText(files, name)).split('\n').slice(0, -1)) {
    const receipt = parseStrict(line);
    const read = typeof receipt === 'string' ? parseTlogProof(receipt) : null;
    const extra = read?.extra ? parseReceiptExtra(read.extra) : null;
    if (!read || !extra || !checkpoint || read.checkpoint !== end || read.index <= last) throw new PackFlaw(name);
    const { index, proof } = read;
    const claim = { index, size: checkpoint.size, proof, root: checkpoint.root };
    const parsed = parseLeaf(extra.leaf);
    if (!verifyInclusion({ ...claim, leafHash: leafHash(utf8(extra.leaf), sha256) }, sha256)) throw new PackFlaw(name);
    if (parsed.kind !== 'leaf' || !namesKey(parsed.leaf) || parsed.leaf.seq !== index) throw new PackFlaw(name);
    const key = parseVerifierKey(parsed.leaf.facts.key, sha256);
    if (key === null || (last === -1 && index !== 0)) throw new PackFlaw(name);
    keys.push(key);
    last = index;
  }
  return keys;
}

function namesKey(leaf: Leaf): leaf is Extract<Leaf, { type: 'log.opened' | 'key.rotated' }> {
  return leaf.type === 'log.opened' || leaf.type === 'key.rotated';
}

async function unverified(examination: Examination, { verify }: Means): Promise<Finding | null> {
  for (const { size, signature } of examination.due()) {
    const { key, message, signature: bytes } = signature;
    if (bytes.length !== 64 || !(await verify(key.publicKey, message, bytes)))
      return { verdict: 'broken', seq: size - 1, at: 'checkpoint:signature' };
  }
  return null;
}

interface LogLines {
  readonly leaves: Lines;
  readonly fields: FieldsInTurn;
  readonly checkpoints: Lines;
}

const SHOWN_EVERY = 5_000;

async function readEntries(
  examination: Examination,
  { leaves, fields, checkpoints }: LogLines,
  before: Frontier,
  means: Means,
): Promise<Finding | null> {
  let more = true;
  for (let seq = before.size; ; seq++) {
    while (more && examination.wantsCheckpoint) {
      const line = await checkpoints.next();
      more = line !== null;
      const note = line === null ? null : parseStrict(line);
      const finding = typeof note === 'string' ? examination.expect(note) : null;
      if (finding !== null) return finding;
      if (line !== null && typeof note !== 'string') throw new PackFlaw('checkpoints');
    }
    const text = leaves.take() ?? (await leaves.next());
    if (text === null) {
      const over = seq < examination.size || (await fields.isOver());
      return over ? null : { verdict: 'broken', seq: null, at: 'private:line' };
    }
    const taken = fields.take(seq);
    const finding = examination.next(text, taken === undefined ? await fields.next(seq) : taken);
    if (finding !== null) return finding;
    const forged = await unverified(examination, means);
    if (forged !== null) return forged;
    if (seq % SHOWN_EVERY === 0) await means.progress?.(seq - before.size, examination.size - before.size);
  }
}

/** The private fields come in the order of the entries, for those entries that have any. */
class FieldsInTurn {
  readonly #lines: Lines;
  #following: PackedFields | null = null;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** take answers without waiting where it can: the entry's fields, null for none; undefined asks for `next`. */
  take(seq: number): PackedFields | null | undefined {
    if (this.#following === null) {
      const line = this.#lines.take();
      if (line === undefined) return undefined;
      this.#following = fieldsIn(line);
    }
    if (this.#following.seq > seq) return null;
    const fields = this.#following;
    this.#following = null;
    return fields;
  }

  async next(seq: number): Promise<PackedFields | null> {
    const line = await this.#lines.next();
    if (line === null) return null;
    this.#following = fieldsIn(line);
    return this.take(seq) ?? null;
  }

  async isOver(): Promise<boolean> {
    return this.#following === null && (await this.#lines.next()) === null;
  }
}

function fieldsIn(line: string): PackedFields {
  const fields = parsePackedFields(line);
  if (fields === null) throw new PackFlaw('private');
  return fields;
}

type Files = ReadonlyMap<string, FileEntry>;

async function filesOf(zip: ZipReader<Blob>): Promise<Files> {
  const files = new Map<string, FileEntry>();
  const entries = await zip.getEntries().catch(() => {
    throw new PackFlaw('zip');
  });
  for (const entry of entries) {
    const { filename, directory, encrypted, uncompressedSize, compressedSize } = entry;
    const [, , file = ''] = LOG_FILE.exec(filename) ?? [];
    const known = LOOSE_FILES.includes(filename) || (Object.values(PACK_FILES) as string[]).includes(file);
    if (directory || !known || encrypted || files.has(filename) || files.size === MOST_FILES)
      throw new PackFlaw('file');
    if (uncompressedSize > SMALL && uncompressedSize > compressedSize * MOST_EXPANSION) throw new PackFlaw('bomb');
    files.set(filename, entry);
  }
  return files;
}

function contentOf(files: Files, name: string): ReadableStream<Uint8Array> {
  const file = files.get(name);
  if (file === undefined) throw new PackFlaw(name);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // What fails on the way fails the reading side: the stream is broken off there.
  file.getData(writable).catch(() => writable.abort(new PackFlaw('zip')).catch(() => undefined));
  return readable;
}

async function smallText(files: Files, name: string): Promise<string> {
  if ((files.get(name)?.uncompressedSize ?? 0) > SMALL) throw new PackFlaw(name);
  const bytes = new Uint8Array(await new Response(contentOf(files, name)).arrayBuffer());
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BadLines('utf-8');
  }
}

/** Whatever SHA256SUMS names has to have its sum, and everything but itself has to be named. */
async function checkSums(files: Files, digest: NonNullable<Means['digest']>): Promise<Finding | null> {
  const sums = new Map<string, string>();
  for (const line of (await smallText(files, 'SHA256SUMS')).split('\n').filter((one) => one !== '')) {
    const [, sum = '', name = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    sums.set(name, sum);
  }
  for (const name of files.keys()) {
    if (name === 'SHA256SUMS') continue;
    const running = digest();
    const reader = contentOf(files, name).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) running.update(part.value);
    if (sums.get(name) !== running.hex()) throw new PackFlaw('sums');
    sums.delete(name);
  }
  if (sums.size > 0) throw new PackFlaw('sums');
  return null;
}

function worst(outcomes: readonly (Finding | Examined)[]): Report['verdict'] {
  const verdicts = outcomes.map(({ verdict }) => verdict);
  return verdicts.includes('broken') ? 'broken' : verdicts.includes('cannot-judge') ? 'cannot-judge' : 'holds';
}
