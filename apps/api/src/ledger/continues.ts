import { consistencyPositions, consistencyProof, verifyConsistency } from '@azukari/domain';
import type { Checkpoint } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { sha256 } from './crypto.ts';
import type { Head } from './head.ts';
import { nodeReader } from './nodes.ts';

/** continues says whether the log as it stands is a continuation of that earlier state. */
export async function continues(
  sql: Statements,
  head: Pick<Head, 'id' | 'size' | 'root'>,
  earlier: Pick<Checkpoint, 'size' | 'root'>,
): Promise<boolean> {
  if (earlier.size > head.size) return false;
  if (earlier.size === 0) return true;
  const read = await nodeReader(sql, head.id, consistencyPositions(earlier.size, head.size));
  const proof = consistencyProof(earlier.size, head.size, read, sha256);
  return verifyConsistency(
    { from: earlier.size, to: head.size, fromRoot: earlier.root, toRoot: head.root, proof },
    sha256,
  );
}
