import {
  EMPTY_FRONTIER,
  leafHash,
  PACK_FILES,
  parseBefore,
  parseCheckpointBody,
  parseLeaf,
  parseManifest,
  parseNote,
  parseReceiptExtra,
  parseStrict,
  parseTlogProof,
  parseVerifierKey,
  utf8,
  verifyInclusion,
} from '@azukari/domain';
import type { Frontier, Leaf, LogName, PackedLog, Sha256, VerifierKey } from '@azukari/domain';
import { Examination } from './examination.ts';
import type { Anchor, Examined, Examinee } from './examination.ts';
import type { Finding } from './finding.ts';
import { Hands } from './hands.ts';
import { EntriesInTurn, FieldsInTurn } from './in-turn.ts';
import { BadLines, Blocks, Lines } from './lines.ts';
import type { Means } from './means.ts';
import { PackFiles } from './pack-files.ts';
import { PackFlaw } from './pack-flaw.ts';
import { Reading } from './reading.ts';
import { Signatures } from './signatures.ts';

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

/** examinePack reads a whole pack and believes nothing in it but what its own entries, hashes and signatures show. */
export async function examinePack(blob: Blob, anchor: Anchor | null, means: Means): Promise<Report> {
  const hands = new Hands(means.helpers?.(blob.size) ?? [], means);
  let files: PackFiles | null = null;
  try {
    files = await PackFiles.open(blob, means);
    const logs = await examineLogs(files, anchor, { ...means, hands });
    // Which entry was altered matters more than that its file is another: both are told.
    const pack = await files.checkSums();
    return { verdict: worst([...logs.map(({ outcome }) => outcome), ...(pack ? [pack] : [])]), logs, pack };
  } catch (error) {
    // Whatever else is thrown is a defect of this program or a platform that cannot: no verdict on the pack.
    if (!(error instanceof PackFlaw || error instanceof BadLines)) throw error;
    const { finding } = error instanceof PackFlaw ? error : new PackFlaw(error.message);
    return { verdict: finding.verdict, logs: [], pack: finding };
  } finally {
    await files?.close();
    hands.stop();
  }
}

interface MeansAtHand extends Means {
  readonly hands: Hands;
}

async function examineLogs(files: PackFiles, anchor: Anchor | null, means: MeansAtHand): Promise<readonly LogReport[]> {
  const manifest = parseManifest(await files.text('pack.json'));
  if (manifest === null) throw new PackFlaw('pack.json');
  if (manifest === 'unknown') throw new PackFlaw('pack.json', 'unknown');
  for (const [name, of] of files.ofLogs())
    if (!manifest.logs.some(({ folder }) => folder === of)) throw new PackFlaw(name);
  const logs: LogReport[] = [];
  const witnessed = anchor && folderOf(anchor, manifest.logs);
  for (const packed of manifest.logs) {
    const brought = packed.folder === witnessed ? anchor : null;
    logs.push({ folder: packed.folder, log: packed.log, outcome: await examineLog(files, packed, brought, means) });
  }
  return logs;
}

/** A checkpoint names its log; a code stands beside the checkpoint of the custody log. */
function folderOf(anchor: Anchor, logs: readonly PackedLog[]): PackedLog['folder'] {
  const named = anchor.kind === 'code' ? undefined : logs.find(({ log }) => anchor.note.startsWith(`${log}\n`));
  return named?.folder ?? 'custody';
}

async function examineLog(
  files: PackFiles,
  packed: PackedLog,
  anchor: Anchor | null,
  means: MeansAtHand,
): Promise<Finding | Examined> {
  const outcome = await readLog(files, packed, { anchor, everyState: false }, means);
  const notAmongCheckpoints = outcome.verdict === 'broken' && outcome.at === 'anchor:code' && !outcome.declared;
  // A code may also have been written down between two checkpoints of the pack.
  return notAmongCheckpoints ? readLog(files, packed, { anchor, everyState: true }, means) : outcome;
}

async function readLog(
  files: PackFiles,
  { folder, log, from }: PackedLog,
  sought: Pick<Examinee, 'anchor' | 'everyState'>,
  means: MeansAtHand,
): Promise<Finding | Examined> {
  const at = (file: keyof typeof PACK_FILES): string => `${folder}/${PACK_FILES[file]}`;
  const before = files.has(at('before')) ? parseBefore(await files.text(at('before'))) : EMPTY_FRONTIER;
  if (before?.size !== from) throw new PackFlaw(at('before'));
  const end = await files.text(at('checkpoint'));
  const keys = before.size > 0 ? await keysBefore(files, at('keys'), end, means.sha256) : [];
  // The log's name is compared with that in every entry and checkpoint.
  const examination = new Examination({ log: log as LogName, before, keys, end, ...sought }, means.sha256);
  if (examination.refused !== null) return examination.refused;
  const blocks = (file: 'leaves' | 'private'): Blocks => new Blocks(files.content(at(file)), A_BLOCK);
  const leaves = new Reading(blocks('leaves'), (block) => means.hands.leaves(block));
  const fields = new Reading(blocks('private'), (block) => means.hands.fields(block));
  const checkpoints = new Lines(files.content(at('checkpoints')));
  try {
    const lines = { leaves: new EntriesInTurn(leaves), fields: new FieldsInTurn(fields), checkpoints };
    return (await readEntries(examination, lines, before, means)) ?? examination.end();
  } finally {
    await Promise.all([leaves.stop(), fields.stop(), checkpoints.stop()]);
  }
}

/** The keys that entries before the pack named, each entry shown to be in the tree of the checkpoint at the pack's end. */
async function keysBefore(
  files: PackFiles,
  name: string,
  end: string,
  sha256: Sha256,
): Promise<readonly VerifierKey[]> {
  const checkpoint = parseCheckpointBody(parseNote(end)?.text ?? '');
  const keys: VerifierKey[] = [];
  let last = -1;
  for (const line of (await files.text(name)).split('\n').slice(0, -1)) {
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

interface LogLines {
  readonly leaves: EntriesInTurn;
  readonly fields: FieldsInTurn;
  readonly checkpoints: Lines;
}

const SHOWN_EVERY = 5_000;
/** Enough to be worth another thread's while. */
const A_BLOCK = 262_144;

async function readEntries(
  examination: Examination,
  lines: LogLines,
  before: Frontier,
  means: MeansAtHand,
): Promise<Finding | null> {
  const signatures = new Signatures(means.hands);
  const shown = (seq: number): unknown => means.progress?.(seq - before.size, examination.size - before.size);
  let more = true;
  for (let seq = before.size; ; seq++) {
    if (more && examination.wantsCheckpoint) {
      const expected = await expectNext(examination, lines.checkpoints);
      more = expected !== 'over';
      if (typeof expected === 'object') return (await signatures.forged()) ?? expected;
    }
    const entry = lines.leaves.take() ?? (await lines.leaves.next());
    if (entry === null) {
      const over = seq < examination.size || (await lines.fields.isOver());
      return (await signatures.forged()) ?? (over ? null : { verdict: 'broken', seq: null, at: 'private:line' });
    }
    const taken = lines.fields.take(seq);
    const finding = examination.next(entry, taken === undefined ? await lines.fields.next(seq) : taken);
    signatures.begin(examination.due());
    // A signature that was met earlier is the earlier finding.
    const forged = finding !== null || signatures.isFull ? await signatures.forged() : null;
    if (forged !== null || finding !== null) return forged ?? finding;
    if (seq % SHOWN_EVERY === 0) await shown(seq);
  }
}

/** The examination gets the pack's next checkpoint; it says what is wrong with it, if anything. */
async function expectNext(examination: Examination, checkpoints: Lines): Promise<Finding | 'expected' | 'over'> {
  const line = await checkpoints.next();
  if (line === null) return 'over';
  const note = parseStrict(line);
  if (typeof note !== 'string') throw new PackFlaw('checkpoints');
  return examination.expect(note) ?? 'expected';
}

function worst(outcomes: readonly (Finding | Examined)[]): Report['verdict'] {
  const verdicts = outcomes.map(({ verdict }) => verdict);
  return verdicts.includes('broken') ? 'broken' : verdicts.includes('cannot-judge') ? 'cannot-judge' : 'holds';
}
