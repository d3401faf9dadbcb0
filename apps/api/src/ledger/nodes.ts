import type { ReadNode } from '@azukari/domain';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';

/** nodeReader fetches the named nodes in one go; reading another one is a defect. */
export async function nodeReader(sql: Statements, log: number, positions: readonly number[]): Promise<ReadNode> {
  const rows =
    positions.length === 0
      ? []
      : await sql.all<{ pos: number; hash: Uint8Array }>(
          `SELECT pos, hash FROM log_node WHERE log = ? AND pos IN (${places(positions.length)})`,
          [log, ...positions],
        );
  const nodes = new Map(rows.map(({ pos, hash }) => [pos, hash]));
  return (position) => {
    const hash = nodes.get(position);
    if (!hash) throw new Error(`node ${String(position)} of log ${String(log)} is missing`);
    return hash;
  };
}
