import { Injectable } from '@nestjs/common';
import {
  appendAll,
  frontierRoot,
  instantAt,
  leafHash,
  leafText,
  logName,
  millisecondsOf,
  seal,
  EMPTY_FRONTIER,
} from '@azukari/domain';
import type { Auth, Draft, EntryActor, Frontier, Instant, Leaf, LogKind, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { by, places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { random, sha256 } from './crypto.ts';
import { HEAD } from './head.ts';
import type { Head } from './head.ts';
import { Keys } from './keys.ts';

export { readHead } from './head.ts';
export type { Head } from './head.ts';

/** Author is who makes entries, in which facility, by which command. */
export interface Author {
  readonly facilityId: Uuid;
  readonly actor: EntryActor;
  /** The name as it is now; it becomes a private field of each entry. */
  readonly name: string | null;
  readonly auth: Auth;
  readonly authAge: number | null;
  /** The enrolled tablet on which it was done; null elsewhere. */
  readonly tablet?: Uuid | null;
  readonly command: Uuid;
  /** Called after each entry that was written, by who says how far a long command has come. */
  readonly noted?: () => void;
}

/** Entry is an appended leaf with what the caches need of it. */
export interface Entry {
  readonly seq: number;
  readonly recordedAt: Instant;
  readonly draft: Draft;
}

const HASH = 32;
const BEGINNING = instantAt(0);

/** lockHead is the head for a writer: on PostgreSQL its row is locked first, on SQLite the unit of work is the lock. */
export async function lockHead(tx: Tx, facilityId: string, kind: LogKind): Promise<Head> {
  const known = tx.known.get(headKey(facilityId, kind)) as Head | undefined;
  if (known) return known;
  const head = await tx.sql.get<Head>(tx.sql.dialect === 'postgres' ? `${HEAD} FOR UPDATE OF log_head` : HEAD, [
    facilityId,
    kind,
  ]);
  if (!head) throw new Error(`facility ${facilityId} has no ${kind} log`);
  tx.known.set(headKey(facilityId, kind), head);
  return head;
}

function headKey(facilityId: string, kind: LogKind): string {
  return `head ${facilityId} ${kind}`;
}

const INSERT_LEAF = `INSERT INTO log_leaf (log, seq, body, hash, digests, type, recorded_at, actor, item, resident, prior, corrects, command, part)
  VALUES (${places(14)})`;

/** Ledger is the only writer of truth: leaf, nodes and head in the transaction of the change itself. */
@Injectable()
export class Ledger {
  constructor(
    private readonly clock: Clock,
    private readonly keys: Keys,
  ) {}

  /** open makes both logs of a facility; leaf 0 carries the verification key. */
  async open(tx: Tx, author: Author): Promise<void> {
    const taken = await tx.sql.get<{ most: number | null }>('SELECT MAX(id) AS most FROM log');
    for (const [n, kind] of (['custody', 'access'] as const).entries()) {
      const name = logName(author.facilityId, kind);
      const id = (taken?.most ?? 0) + 1 + n;
      await tx.sql.run('INSERT INTO log (id, name, facility_id, kind) VALUES (?, ?, ?, ?)', [
        id,
        name,
        author.facilityId,
        kind,
      ]);
      await tx.sql.run('INSERT INTO log_head (log, size, root, frontier, highest_at) VALUES (?, 0, ?, ?, ?)', [
        id,
        frontierRoot(EMPTY_FRONTIER, sha256),
        new Uint8Array(),
        BEGINNING,
      ]);
      const draft = {
        type: 'log.opened',
        item: null,
        resident: null,
        occurredAt: null,
        corrects: null,
        facts: { key: this.keys.verifierText(name) },
        private: {},
      } as const;
      await this.append(
        tx,
        { ...author, actor: 'system', name: null, auth: 'none', authAge: null, command: crypto.randomUUID() },
        [draft],
        kind,
      );
    }
  }

  /** append writes the drafts of one command as consecutive leaves and answers with their numbers. */
  async append(tx: Tx, author: Author, drafts: readonly Draft[], kind: LogKind = 'custody'): Promise<readonly Entry[]> {
    const head = await lockHead(tx, author.facilityId, kind);
    const recordedAt = this.clock.now();
    const behind = Math.max(0, millisecondsOf(head.highestAt) - millisecondsOf(recordedAt));
    const entries: Entry[] = [];
    const hashes: Uint8Array[] = [];
    for (const [part, draft] of drafts.entries()) {
      const seq = head.size + part;
      const hash = await this.writeLeaf(tx.sql, head.id, draft, {
        actor: author.actor,
        auth: author.auth,
        authAge: author.authAge,
        behind,
        command: author.command,
        device: author.tablet ?? null,
        log: head.name,
        part,
        parts: drafts.length,
        prior: draft.item === null ? null : await newestOf(tx.sql, head.id, draft.item),
        recordedAt,
        seq,
        v: 1,
        name: author.name,
      });
      hashes.push(hash);
      author.noted?.();
      entries.push({ seq, recordedAt, draft });
    }
    const next = await this.writeTree(tx.sql, head, hashes, behind > 0 ? head.highestAt : recordedAt);
    tx.known.set(headKey(author.facilityId, kind), next);
    return entries;
  }

  private async writeLeaf(
    sql: Statements,
    log: number,
    draft: Draft,
    envelope: Omit<Leaf, keyof Draft> & { readonly name: string | null },
  ): Promise<Uint8Array> {
    const { name, ...rest } = envelope;
    const secret = seal({ ...(name !== null && { actorName: name }), ...draft.private }, random, sha256);
    const { type, item, resident, occurredAt, corrects, facts } = draft;
    const body = leafText({
      ...rest,
      type,
      item,
      resident,
      occurredAt,
      corrects,
      facts,
      private: secret.private,
    } as Leaf);
    const hash = leafHash(Buffer.from(body), sha256);
    await sql.run(INSERT_LEAF, [
      log,
      rest.seq,
      body,
      hash,
      secret.digests && JSON.stringify(secret.digests),
      type,
      rest.recordedAt,
      rest.actor,
      item,
      resident,
      rest.prior,
      corrects,
      rest.command,
      rest.part,
    ]);
    if (secret.openings.length > 0)
      await sql.run(
        `INSERT INTO private_field (log, seq, field, r, value) VALUES ${secret.openings.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
        secret.openings.flatMap(({ field, r, value }) => [
          log,
          rest.seq,
          field,
          r,
          sql.sealed.close('private_field.value', [log, rest.seq, field], value),
        ]),
      );
    return hash;
  }

  private async writeTree(
    sql: Statements,
    head: Head,
    hashes: readonly Uint8Array[],
    highestAt: Instant,
  ): Promise<Head> {
    const { frontier, nodes, root } = appendAll(unpackFrontier(head), hashes, sha256);
    const packed = Buffer.concat(frontier.roots);
    await sql.run(
      `INSERT INTO log_node (log, pos, hash) VALUES ${nodes.map(() => '(?, ?, ?)').join(', ')}`,
      nodes.flatMap(({ position, hash }) => [head.id, position, hash]),
    );
    await sql.run('UPDATE log_head SET size = ?, root = ?, frontier = ?, highest_at = ? WHERE log = ?', [
      frontier.size,
      root,
      packed,
      highestAt,
      head.id,
    ]);
    return { ...head, size: frontier.size, root, frontier: packed, highestAt };
  }
}

async function newestOf(sql: Statements, log: number, item: Uuid): Promise<number | null> {
  const row = await sql.get<{ seq: number }>(
    `SELECT seq FROM log_leaf ${by(sql, 'log_leaf_item')} WHERE log = ? AND item = ? ORDER BY COALESCE(prior, -1) DESC LIMIT 1`,
    [log, item],
  );
  return row?.seq ?? null;
}

function unpackFrontier(head: Head): Frontier {
  const roots: Uint8Array[] = [];
  for (let at = 0; at < head.frontier.length; at += HASH) roots.push(head.frontier.subarray(at, at + HASH));
  return { size: head.size, roots };
}
