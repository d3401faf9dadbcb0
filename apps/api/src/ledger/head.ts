import type { Instant, LogKind, LogName } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';

/** Head is the log as the transaction sees it. */
export interface Head {
  readonly id: number;
  readonly name: LogName;
  readonly size: number;
  readonly root: Uint8Array;
  readonly frontier: Uint8Array;
  readonly highestAt: Instant;
}

/** HEAD reads a head; a writer locks its row as well. */
export const HEAD = `SELECT log.id AS id, log.name AS name, size, root, frontier, highest_at AS "highestAt"
  FROM log JOIN log_head ON log_head.log = log.id WHERE facility_id = ? AND kind = ?`;

/** readHead reads the head of a facility's log. */
export function readHead(sql: Statements, facilityId: string, kind: LogKind): Promise<Head | undefined> {
  return sql.get<Head>(HEAD, [facilityId, kind]);
}
