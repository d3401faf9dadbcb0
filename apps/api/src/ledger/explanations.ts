import { timingSafeEqual } from 'node:crypto';
import { base64, checkpointBody, fromBase64, jcs, parseLeaf } from '@azukari/domain';
import type { EntryFacts, Leaf, LogKind } from '@azukari/domain';
import { by } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import type { Head } from './head.ts';
import type { Keys } from './keys.ts';
import { RARE_TYPE } from './leaf-indexes.ts';

type Explained = Extract<Leaf, { type: 'log.gap-explained' }>;
type Facts = EntryFacts<'log.gap-explained'>;

/** Explanation is an entry by which a person gave up a signed checkpoint of this log: its body, and up to where both are the same. */
export interface Explanation {
  readonly entry: number;
  readonly from: number;
  readonly size: number;
  readonly body: string;
}

/**
 * markOf is the server's own mark of an explanation: HMAC-SHA-256 over what it gives up and where it stands, in base64. Whoever has the
 * database and not the keys can write an entry that looks the same; it lets nothing be signed.
 */
export function markOf(keys: Keys, log: string, seq: number, facts: Omit<Facts, 'mark'>): string {
  const { from, size, root, log: of } = facts;
  return base64(keys.commandMac(jcs(['log.gap-explained', log, seq, of, from, size, root])));
}

/** explanationsOf are the explanations that stand in a log about itself and bear the server's mark, oldest first. */
export async function explanationsOf(
  sql: Statements,
  head: Pick<Head, 'id' | 'name'>,
  keys: Keys,
): Promise<readonly Explanation[]> {
  const kind = head.name.endsWith('/access') ? 'access' : 'custody';
  return (await gapLeaves(sql, head.id))
    .filter((leaf): leaf is Explained => leaf.type === 'log.gap-explained' && isAbout(leaf, kind, keys))
    .map(({ seq, facts: { from, size, root } }) => ({
      entry: seq,
      from,
      size,
      body: checkpointBody({ log: head.name, size, root: fromBase64(root) ?? new Uint8Array() }),
    }));
}

function isAbout({ log, seq, facts }: Explained, kind: LogKind, keys: Keys): boolean {
  const mark = fromBase64(facts.mark) ?? new Uint8Array(32);
  const ours = fromBase64(markOf(keys, log, seq, facts)) ?? new Uint8Array();
  return facts.log === kind && timingSafeEqual(mark, ours);
}

/** gapLeaves are all entries of a log about gaps, oldest first. */
export async function gapLeaves(sql: Statements, log: number): Promise<readonly Leaf[]> {
  const rows = await sql.all<{ seq: number; body: string }>(
    `SELECT seq, body FROM log_leaf ${by(sql, 'log_leaf_type')} WHERE log = ? AND ${RARE_TYPE}
     AND type IN ('log.gap-explained', 'log.gap-confirmed') ORDER BY seq`,
    [log],
  );
  return rows.flatMap(({ body }) => {
    const parsed = parseLeaf(body);
    return parsed.kind === 'leaf' ? parsed.leaf : [];
  });
}
