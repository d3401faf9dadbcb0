import {
  formatBefore,
  formatPackedFields,
  formatReceipt,
  frontierPositions,
  inclusionPositions,
  inclusionProof,
  jcs,
  loadFrontier,
  PACK_FILES,
} from '@azukari/domain';
import type { Digests, Opening, PackedLog } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { sha256 } from '../ledger/crypto.ts';
import { RARE_TYPE } from '../ledger/leaf-indexes.ts';
import { nodeReader } from '../ledger/nodes.ts';
import { openedFields } from '../ledger/private-fields.ts';
import type { PackFile } from './zip.ts';

/** LogToPack is one log of a pack, where it is stored, and the signed checkpoint at its end. */
export interface LogToPack extends PackedLog {
  readonly id: number;
  readonly note: string;
}

/** Wrote is told how many entries went into a file. */
export type Wrote = (entries: number) => void;

/** Entries that are read at once: a slice keeps nobody waiting, on either database, and takes no memory to speak of. */
const SLICE = 200;

/** filesOf are the files of one log, each read as it is written. Nothing is judged: what does not fit is for a verifier to name. */
export function filesOf(sql: Statements, log: LogToPack, wrote: Wrote): readonly PackFile[] {
  const file = (name: string, lines: PackFile['content']): PackFile => ({
    name: `${log.folder}/${name}`,
    content: lines,
  });
  return [
    ...(log.from > 0
      ? [file(PACK_FILES.before, () => before(sql, log)), file(PACK_FILES.keys, () => keys(sql, log))]
      : []),
    file(PACK_FILES.leaves, () => leaves(sql, log, wrote)),
    file(PACK_FILES.private, () => privateFields(sql, log, wrote)),
    file(PACK_FILES.checkpoints, () => checkpoints(sql, log)),
    file(PACK_FILES.checkpoint, () => [log.note]),
  ];
}

async function* before(sql: Statements, { id, from }: LogToPack): AsyncGenerator<string> {
  yield formatBefore(loadFrontier(from, await nodeReader(sql, id, frontierPositions(from))));
}

const KEYS = `SELECT seq, body FROM log_leaf WHERE log = ? AND seq < ? AND ${RARE_TYPE} AND type IN ('log.opened', 'key.rotated') ORDER BY seq`;

/** A pack of a period has no entry that names its key: each such entry comes with a proof that it is in the same tree. */
async function* keys(sql: Statements, { id, from, to, note }: LogToPack): AsyncGenerator<string> {
  for (const { seq, body } of await sql.all<{ seq: number; body: string }>(KEYS, [id, from])) {
    const read = await nodeReader(sql, id, inclusionPositions(seq, to));
    const proof = inclusionProof(seq, to, read, sha256);
    yield linesOf([
      jcs(formatReceipt({ leaf: body, digests: null, openings: [] }, { index: seq, proof, checkpoint: note })),
    ]);
  }
}

const LEAVES = 'SELECT body FROM log_leaf WHERE log = ? AND seq >= ? AND seq < ? ORDER BY seq';

async function* leaves(sql: Statements, log: LogToPack, wrote: Wrote): AsyncGenerator<string> {
  for (const [begin, end] of slicesOf(log)) {
    const rows = await sql.all<{ body: string }>(LEAVES, [log.id, begin, end]);
    yield linesOf(rows.map(({ body }) => body));
    wrote(end - begin);
  }
}

const DIGESTS =
  'SELECT seq, digests FROM log_leaf WHERE log = ? AND seq >= ? AND seq < ? AND digests IS NOT NULL ORDER BY seq';
const FIELDS = 'SELECT seq, field, r, value FROM private_field WHERE log = ? AND seq >= ? AND seq < ?';

async function* privateFields(sql: Statements, log: LogToPack, wrote: Wrote): AsyncGenerator<string> {
  for (const [begin, end] of slicesOf(log)) {
    const range = [log.id, begin, end];
    const rows = await sql.all<{ seq: number; digests: string }>(DIGESTS, range);
    const fields = openedFields(sql, log.id, await sql.all<Opening & { seq: number }>(FIELDS, range));
    const openings = Map.groupBy(fields, ({ seq }) => seq);
    yield linesOf(
      rows.map(({ seq, digests }) =>
        formatPackedFields({
          seq,
          digests: JSON.parse(digests) as Digests,
          openings: openings.get(seq) ?? [],
        }),
      ),
    );
    wrote(end - begin);
  }
}

const CHECKPOINTS =
  'SELECT size, note FROM log_checkpoint WHERE log = ? AND size > ? AND size <= ? ORDER BY size LIMIT ?';

async function* checkpoints(sql: Statements, { id, from, to }: LogToPack): AsyncGenerator<string> {
  for (let after = from; ;) {
    const rows = await sql.all<{ size: number; note: string }>(CHECKPOINTS, [id, after, to, SLICE]);
    yield linesOf(rows.map(({ note }) => jcs(note)));
    const last = rows.at(-1);
    if (last === undefined || rows.length < SLICE) return;
    after = last.size;
  }
}

function* slicesOf({ from, to }: LogToPack): Generator<readonly [begin: number, end: number]> {
  for (let begin = from; begin < to; begin += SLICE) yield [begin, Math.min(begin + SLICE, to)];
}

function linesOf(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
