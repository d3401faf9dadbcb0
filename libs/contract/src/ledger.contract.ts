import { ITEM_KINDS } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, instantIn, limit, uuid } from './fields.ts';

/** entryAnswer is one 記録 as people read it; `leaf` is what was hashed. */
export const entryAnswer = z.object({
  seq: z.int(),
  type: z.string(),
  recordedAt: instant,
  occurredAt: instant.nullable(),
  behind: z.int(),
  actor: z.object({ id: uuid.nullable(), name: z.string() }),
  item: z.object({ id: uuid, kind: z.enum(ITEM_KINDS), label: z.string().nullable() }).nullable(),
  resident: z.object({ id: uuid, name: z.string() }).nullable(),
  facts: z.record(z.string(), z.unknown()),
  /** Personal fields that still exist; those erased are named in `erased`. */
  private: z.record(z.string(), z.string()),
  erased: z.array(z.string()),
  corrects: z.int().nullable(),
  /** Entries that amend, cancel or review this one. */
  correctedBy: z.array(z.object({ seq: z.int(), type: z.string() })),
  command: uuid,
  part: z.int(),
  parts: z.int(),
  leaf: z.string(),
});

const logKind = z.enum(['custody', 'access']);
const log = logKind.default('custody');

export const listEntries = endpoint({
  method: 'GET',
  path: '/api/ledger',
  access: 'read-record',
  query: z.strictObject({
    log,
    itemId: uuid.optional(),
    residentId: uuid.optional(),
    actorId: uuid.optional(),
    /** Entries about items of this kind. */
    kind: z.enum(ITEM_KINDS).optional(),
    /** Types, joined by commas; a prefix such as `item.` names all of them. */
    type: z
      .string()
      .max(400)
      .regex(/^[a-z.,-]+$/, { error: 'type' })
      .optional(),
    from: instantIn.optional(),
    to: instantIn.optional(),
    limit,
    /** The number of the last entry of the page before. */
    cursor: z
      .string()
      .regex(/^\d{1,9}$/, { error: 'cursor' })
      .optional(),
  }),
  answer: z.object({ entries: z.array(entryAnswer), nextCursor: z.string().nullable(), size: z.int() }),
});

/** readCheckpoint is the signed checkpoint (C2SP tlog-checkpoint) and its anchor code. */
export const readCheckpoint = endpoint({
  method: 'GET',
  path: '/api/ledger/checkpoint',
  access: 'read-record',
  query: z.strictObject({ log }),
  answer: z.object({
    note: z.string(),
    size: z.int(),
    code: z.string(),
    at: instant,
    key: z.string(),
  }),
});

/** readProof is a C2SP tlog-proof of one entry, with its disclosed fields in `extra`. */
export const readProof = endpoint({
  method: 'GET',
  path: '/api/ledger/entries/:seq/proof',
  access: 'read-record',
  query: z.strictObject({ log }),
  answer: z.string(),
  type: 'text/plain; charset=utf-8',
});

/** readReceipt is the receipt of one movement or intake as a PDF: in words, with its tlog-proof as an attached file and as codes. */
export const readReceipt = endpoint({
  method: 'GET',
  path: '/api/ledger/entries/:seq/receipt',
  access: 'read-record',
  answer: z.instanceof(Uint8Array),
  type: 'application/pdf',
});

/** readConsistency proves that the tree of size `to` is a continuation of the one of size `from`. Hashes are base64. */
export const readConsistency = endpoint({
  method: 'GET',
  path: '/api/ledger/consistency',
  access: 'read-record',
  query: z.strictObject({ log, from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
  answer: z.object({ from: z.int(), to: z.int(), hashes: z.array(z.string()) }),
});

/** ANCHOR_KINDS are the ways in which a checkpoint leaves the house. */
export const ANCHOR_KINDS = ['mail', 'paper', 'pack'] as const;

/** readAnchors says up to where the record is known outside the house: the newest checkpoints that went out, newest first. */
export const readAnchors = endpoint({
  method: 'GET',
  path: '/api/ledger/anchors',
  access: 'read-record',
  answer: z.object({
    size: z.int(),
    anchors: z.array(z.object({ kind: z.enum(ANCHOR_KINDS), size: z.int(), code: z.string(), at: instant })),
  }),
});

/** checkAnchor compares the record with a checkpoint or code that somebody has kept: of which state it is, if of any. */
export const checkAnchor = endpoint({
  method: 'GET',
  path: '/api/ledger/anchors/check',
  access: 'read-record',
  query: z.strictObject({ kept: z.string().max(2_000) }),
  answer: z.object({
    outcome: z.enum(['fits', 'differs', 'unknown', 'beyond', 'other-record', 'unreadable']),
    by: z.enum(['checkpoint', 'code']).nullable(),
    /** How many entries it vouches for, and when the last of them was recorded. */
    size: z.int().nullable(),
    recordedAt: instant.nullable(),
    /** The entry by which a person gave up the states after a restore of which this is one, or may be one; null where it fits. */
    givenUpBy: z.int().nullable(),
  }),
});

/**
 * makePack is the record as a ZIP that can be checked offline: what was recorded from `from` up to `to`, or all of it, of both logs
 * or of one. It ends at a signed checkpoint, which may lie after `to`. That it was made is an entry, which a pack without `to` holds.
 */
export const makePack = endpoint({
  method: 'GET',
  path: '/api/ledger/pack',
  access: 'export-record',
  query: z.strictObject({ from: instantIn.optional(), to: instantIn.optional(), log: logKind.optional() }),
  answer: z.instanceof(Uint8Array),
  type: 'application/zip',
});

/** readPackProgress says how far the pack is that this person is waiting for. */
export const readPackProgress = endpoint({
  method: 'GET',
  path: '/api/ledger/pack/progress',
  access: 'export-record',
  answer: z.object({
    /** Null when none is being made. */
    entries: z.object({ done: z.int(), of: z.int() }).nullable(),
  }),
});
