import { Injectable } from '@nestjs/common';
import {
  base64,
  ENTRY_TYPES,
  equalBytes,
  consistencyPositions,
  consistencyProof,
  formatReceipt,
  inclusionPositions,
  inclusionProof,
  isEntryType,
  leafHash,
  may,
  opens,
  parseLeaf,
  position,
} from '@azukari/domain';
import type { Digests, EntryType, ItemKind, LogKind, Opening, Uuid } from '@azukari/domain';
import type { entryAnswer, listEntries } from '@azukari/contract';
import type { AnswerOf, QueryOf } from '@azukari/contract';
import type { z } from 'zod';
import { Database } from '../database/database.ts';
import { by, places } from '../database/statements.ts';
import type { Value } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { Checkpoints } from './checkpoints.ts';
import type { SignedCheckpoint } from './checkpoints.ts';
import { sha256 } from './crypto.ts';
import { openedFields } from './private-fields.ts';
import { RARE_TYPE } from './leaf-indexes.ts';
import { readHead } from './ledger.ts';
import type { Head } from './ledger.ts';
import { nodeReader } from './nodes.ts';
import { numbersWithin } from './period.ts';

type EntryView = z.output<typeof entryAnswer>;

interface LeafRow {
  readonly seq: number;
  readonly body: string;
  readonly digests: string | null;
}

/** Viewer is who reads the record: of which facility, and whether profiles and sign-in names are for them. */
export interface Viewer {
  readonly facilityId: Uuid;
  readonly profiles: boolean;
  readonly accounts: boolean;
  /** Whether the log of who looked at whom is for them. */
  readonly views: boolean;
}

/** viewerOf is a person who is signed in, as a reader of the record. */
export function viewerOf(by: SignedIn): Viewer {
  return {
    facilityId: by.facilityId,
    profiles: may(by, 'see-profile'),
    accounts: may(by, 'keep-accounts'),
    views: may(by, 'read-settings'),
  };
}

/** Proof is a receipt, and what it is about. */
export interface Proof {
  readonly text: string;
  readonly checkpoint: SignedCheckpoint;
  readonly type: EntryType;
  readonly resident: Uuid | null;
}

/** isProfile says whether an entry speaks of a person rather than of an item's way; its words are then as private as a profile. */
export function isProfile(type: string): boolean {
  return /^(resident|contact|agreement|staff)\./.test(type) && type !== 'resident.viewed';
}

/** Who acted and who it was about is said with every entry; the rest of a profile, and sign-in names, to whom they concern. */
function mayRead({ profiles, accounts, views }: Viewer, type: string, field: string): boolean {
  if (field === 'actorName' || field === 'residentName') return true;
  // What a manager remarks about who looked at whom is as private as that log.
  if (type === 'views.judged') return views;
  return (profiles || !isProfile(type)) && (accounts || field !== 'loginId');
}

/** LedgerReader reads the record: entries for people, proofs for everybody. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly database: Database,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** list answers entries newest first; `cursor` is the number of the last entry of the page before. */
  async list(viewer: Viewer, query: QueryOf<typeof listEntries>): Promise<AnswerOf<typeof listEntries>> {
    const { facilityId } = viewer;
    const head = await this.head(facilityId, query.log);
    const where = ['log = ?'];
    const values: Value[] = [head.id];
    const add: Add = (sql, ...given) => {
      where.push(sql);
      values.push(...given);
    };
    if (query.itemId) add('item = ?', query.itemId);
    if (query.residentId) add('resident = ?', query.residentId);
    if (query.actorId) add('actor = ?', `staff:${query.actorId}`);
    if (query.type) addTypes(query.type, add);
    if (!viewer.profiles) add(NO_PROFILE, ...PROFILE_TYPES, ...PROFILE_TYPES);
    if (query.from || query.to)
      add("recorded_at || '' >= ? AND recorded_at || '' < ?", query.from ?? '', query.to ?? '9999');
    const find: Find = (more, ...given) =>
      this.database.reads.sql.all<LeafRow>(
        `SELECT seq, body, digests FROM log_leaf ${this.index(query)} WHERE ${[...where, more].join(' AND ')} ORDER BY seq DESC LIMIT ?`,
        [...values, ...given, query.limit + 1],
      );
    const { kind } = query;
    const range = await this.rangeOf(head, query);
    const rows =
      kind === undefined
        ? await find(WITHIN, range.first, range.end)
        : await this.findKind(find, { ...query, ...range, kind, facilityId, log: head.id });
    const entries = await this.view(head, viewer, rows.slice(0, query.limit));
    return {
      entries,
      nextCursor: rows.length > query.limit ? String(entries.at(-1)?.seq ?? 0) : null,
      size: head.size,
    };
  }

  /** entry is one entry of the custody log for this viewer; null where there is none, or none for her. */
  async entry(viewer: Viewer, seq: number): Promise<EntryView | null> {
    const { entries } = await this.list(viewer, { log: 'custody', cursor: String(seq + 1), limit: 1 });
    return entries.find((entry) => entry.seq === seq) ?? null;
  }

  /** proof is a C2SP tlog-proof of an entry against the newest checkpoint, with the fields that still exist and are for this reader. */
  async proof(viewer: Viewer, kind: LogKind, seq: number): Promise<Proof> {
    const checkpoint = await this.checkpoints.newest(viewer.facilityId, kind);
    const head = await this.head(viewer.facilityId, kind);
    const [row] = await this.database.reads.sql.all<LeafRow>(
      'SELECT seq, body, digests FROM log_leaf WHERE log = ? AND seq = ?',
      [head.id, seq],
    );
    if (!row || seq >= checkpoint.size) throw new Refused({ kind: 'not-found' });
    const own = await nodeReader(this.database.reads.sql, head.id, [position(0, seq)]);
    if (!equalBytes(leafHash(Buffer.from(row.body), sha256), own(position(0, seq))))
      throw new Refused({ kind: 'record-discontinuous' });
    const read = await nodeReader(this.database.reads.sql, head.id, inclusionPositions(seq, checkpoint.size));
    const stored = await this.database.reads.sql.all<Opening & { seq: number }>(
      'SELECT seq, field, r, value FROM private_field WHERE log = ? AND seq = ?',
      [head.id, seq],
    );
    const { type, resident, private: commitment } = leafOf(row.body);
    const digests = row.digests === null ? null : (JSON.parse(row.digests) as Digests);
    const opened = openedFields(this.database.reads.sql, head.id, stored);
    const words = opened.map(({ field, r, value }) => ({ field, r, value }));
    // A receipt is signed: what it discloses is what was recorded, or it is not given.
    if (words.length < stored.length || !opens({ private: commitment, digests, openings: words }, sha256).ok)
      throw new Refused({ kind: 'record-discontinuous' });
    const text = formatReceipt(
      { leaf: row.body, digests, openings: words.filter(({ field }) => mayRead(viewer, type, field)) },
      { index: seq, proof: inclusionProof(seq, checkpoint.size, read, sha256), checkpoint: checkpoint.note },
    );
    return { text, checkpoint, type, resident };
  }

  async consistency(
    facilityId: Uuid,
    kind: LogKind,
    from: number,
    to: number,
  ): Promise<{ from: number; to: number; hashes: string[] }> {
    const head = await this.head(facilityId, kind);
    if (from > to || to > head.size) throw new Refused({ kind: 'not-found' });
    const read = await nodeReader(this.database.reads.sql, head.id, consistencyPositions(from, to));
    return { from, to, hashes: consistencyProof(from, to, read, sha256).map(base64) };
  }

  private async head(facilityId: Uuid, kind: LogKind): Promise<Head> {
    const head = await readHead(this.database.reads.sql, facilityId, kind);
    if (!head) throw new Error(`facility ${facilityId} has no ${kind} log`);
    return head;
  }

  /** The index that the narrowest of the filters has; without one the log is read by number. */
  private index({ itemId, residentId, type }: QueryOf<typeof listEntries>): string {
    const { sql } = this.database.reads;
    if (itemId) return by(sql, 'log_leaf_item');
    if (residentId) return by(sql, 'log_leaf_resident');
    return type && isEntryType(type) && !EVERYDAY.has(type) ? by(sql, 'log_leaf_type') : '';
  }

  /** The numbers among which the page is: those of its period, before the last entry of the page before. */
  private async rangeOf(head: Head, { from, to, cursor }: QueryOf<typeof listEntries>): Promise<Range> {
    const period = from || to ? await numbersWithin(this.database.reads.sql, head, { from, to }) : null;
    const { first, end } = period ?? { first: 0, end: head.size };
    return { first, end: Math.min(end, Number(cursor ?? end)) };
  }

  /**
   * A kind of item is known to the items alone. Beside a filter that is narrow by itself, and among the newest entries, where most
   * kinds are found, each entry is looked at. What is rare is found by its items, in the index that knows their entries.
   */
  private async findKind(
    find: Find,
    { facilityId, kind, log, first, end, limit, ...filters }: KindWanted,
  ): Promise<LeafRow[]> {
    const items = 'SELECT id FROM item WHERE facility_id = ? AND kind = ?';
    const near = isNarrow(filters) ? first : Math.max(first, end - NEAR);
    const rows = await find(`item || '' IN (${items}) AND ${WITHIN}`, facilityId, kind, near, end);
    if (near === first || rows.length > limit) return rows;
    const index = by(this.database.reads.sql, 'log_leaf_item');
    return find(
      `seq IN (SELECT seq FROM log_leaf ${index} WHERE log = ? AND item IN (${items}) AND ${WITHIN})`,
      log,
      facilityId,
      kind,
      first,
      end,
    );
  }

  private async view(head: Head, viewer: Viewer, rows: readonly LeafRow[]): Promise<EntryView[]> {
    if (rows.length === 0) return [];
    const seqs = rows.map(({ seq }) => seq);
    const { sql } = this.database.reads;
    const fields = await sql.all<{ seq: number; field: string; value: string }>(
      `SELECT seq, field, value FROM private_field WHERE log = ? AND seq IN (${places(seqs.length)})`,
      [head.id, ...seqs],
    );
    const corrections = await sql.all<{ seq: number; type: string; corrects: number }>(
      `SELECT seq, type, corrects FROM log_leaf ${by(sql, 'log_leaf_corrects')} WHERE log = ? AND corrects IN (${places(seqs.length)})`,
      [head.id, ...seqs],
    );
    corrections.sort((one, other) => one.seq - other.seq);
    const leaves = rows.map((row) => ({ ...row, leaf: leafOf(row.body) }));
    const items = await this.itemsOf(leaves.flatMap(({ leaf }) => leaf.item ?? []));
    const wordsOf = new Map<number, Record<string, string>>(seqs.map((seq) => [seq, {}]));
    for (const { seq, field, value } of openedFields(sql, head.id, fields))
      Object.assign(wordsOf.get(seq) ?? {}, { [field]: value });
    const unnamed = leaves.flatMap(({ seq, leaf }) =>
      leaf.resident !== null && !wordsOf.get(seq)?.['residentName'] ? leaf.resident : [],
    );
    const residents = await this.residentNames(viewer.facilityId, unnamed);
    return leaves.map(({ seq, body, digests, leaf }) => {
      const kept = wordsOf.get(seq) ?? {};
      const { actorName, residentName } = kept;
      const forViewer = (field: string): boolean => mayRead(viewer, leaf.type, field);
      const item = leaf.item === null ? undefined : items.get(leaf.item);
      return {
        seq,
        type: leaf.type,
        recordedAt: leaf.recordedAt,
        occurredAt: leaf.occurredAt,
        behind: leaf.behind,
        actor: {
          id: leaf.actor.startsWith('staff:') ? leaf.actor.slice('staff:'.length) : null,
          name: actorName ?? '',
        },
        item: leaf.item === null ? null : { id: leaf.item, kind: item?.kind ?? 'other', label: item?.label ?? null },
        resident:
          leaf.resident === null
            ? null
            : { id: leaf.resident, name: residentName ?? residents.get(leaf.resident) ?? '' },
        facts: leaf.facts,
        private: Object.fromEntries(Object.entries(kept).filter(([field]) => forViewer(field))),
        erased: Object.keys(digests === null ? {} : (JSON.parse(digests) as Digests)).filter(
          (field) => !(field in kept) && forViewer(field),
        ),
        corrects: leaf.corrects,
        correctedBy: corrections
          .filter(({ corrects }) => corrects === seq)
          .map((by) => ({ seq: by.seq, type: by.type })),
        command: leaf.command,
        part: leaf.part,
        parts: leaf.parts,
        leaf: body,
      };
    });
  }

  private async itemsOf(
    ids: readonly Uuid[],
  ): Promise<ReadonlyMap<Uuid, { readonly kind: ItemKind; readonly label: string | null }>> {
    if (ids.length === 0) return new Map();
    const { sql } = this.database.reads;
    const rows = await sql.all<{ id: Uuid; kind: ItemKind; label: string | null }>(
      `SELECT id, kind, label FROM item WHERE id IN (${places(ids.length)})`,
      ids,
    );
    return new Map(rows.map(({ id, kind, label }) => [id, { kind, label: sql.sealed.open('item.label', id, label) }]));
  }

  private async residentNames(facilityId: Uuid, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>> {
    if (ids.length === 0) return new Map();
    const { sql } = this.database.reads;
    const rows = await sql.all<{ id: Uuid; name: string }>(
      `SELECT id, name FROM resident WHERE facility_id = ? AND id IN (${places(ids.length)})`,
      [facilityId, ...ids],
    );
    return new Map(rows.map(({ id, name }) => [id, sql.sealed.open('resident.name', id, name)]));
  }
}

type Add = (sql: string, ...values: readonly Value[]) => void;
type Find = (more: string, ...values: readonly Value[]) => Promise<LeafRow[]>;
type Filters = Pick<QueryOf<typeof listEntries>, 'itemId' | 'residentId' | 'actorId' | 'type'>;

interface Range {
  readonly first: number;
  readonly end: number;
}

interface KindWanted extends Filters, Range {
  readonly facilityId: Uuid;
  readonly kind: ItemKind;
  readonly log: number;
  readonly limit: number;
}

const WITHIN = 'seq >= ? AND seq < ?';

const PROFILE_TYPES = Object.keys(ENTRY_TYPES).filter(isProfile);
/** Whoever may not see profiles reads neither an entry of one nor what amends or cancels it; said so that no other index is chosen. */
const NO_PROFILE = `type || '' NOT IN (${places(PROFILE_TYPES.length)}) AND NOT EXISTS (SELECT 1 FROM log_leaf was
  WHERE was.log = log_leaf.log AND was.seq = log_leaf.corrects AND was.type || '' IN (${places(PROFILE_TYPES.length)}))`;

/** How many of the newest entries are looked at one by one, in a few milliseconds. */
const NEAR = 2_000;

/** A filter with an index of its own; what a person did is looked for in the whole log anyway. */
function isNarrow({ itemId, residentId, actorId, type }: Filters): boolean {
  const rare = type !== undefined && !typesNamed(type).some((name) => EVERYDAY.has(name));
  return itemId !== undefined || residentId !== undefined || actorId !== undefined || rare;
}

/** EVERYDAY are the types without an index: reading newest first and skipping the rest beats sorting all of them. */
const EVERYDAY: ReadonlySet<string> = new Set<EntryType>(['item.checked-out', 'item.checked-in']);

/** Types and families of types (`item.`). */
function typesNamed(types: string): readonly string[] {
  return types
    .split(',')
    .flatMap((name) =>
      name.endsWith('.') ? Object.keys(ENTRY_TYPES).filter((type) => type.startsWith(name)) : [name],
    );
}

/** Each by the way that needs no sorting. */
function addTypes(types: string, add: Add): void {
  const wanted = typesNamed(types);
  if (wanted.length === 0) add('1 = 0');
  else if (wanted.some((type) => EVERYDAY.has(type))) add(`type || '' IN (${places(wanted.length)})`, ...wanted);
  else add(`${RARE_TYPE} AND type IN (${places(wanted.length)})`, ...wanted);
}

function leafOf(body: string) {
  const parsed = parseLeaf(body);
  if (parsed.kind !== 'leaf') throw new Error('a leaf cannot be read');
  return parsed.leaf;
}
