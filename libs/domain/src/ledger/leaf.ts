import type { EntryFacts, EntryType } from './entry-types.ts';
import { CUSTODY_TYPES, factsFit, isEntryType } from './entry-types.ts';
import { code, count, digest, instant, matching, maybe, uuid } from './fact-schema.ts';
import type { Fact } from './fact-schema.ts';
import { isPlainObject, jcs, parseStrict } from './jcs.ts';
import type { Instant, Uuid } from '../instant.ts';

/** LEAF_VERSION is the only version this program writes and reads; its form never changes. */
export const LEAF_VERSION = 1;

/** LOG_KINDS are the logs of a facility: what happened, and who looked at whom. */
export const LOG_KINDS = ['custody', 'access'] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** LogName is a log's name for ever: origin of its checkpoints, name of its keys, and part of each of its leaves. */
export type LogName = `azukari/${Uuid}/${LogKind}`;

/** AUTHS are the ways in which the actor had shown who they are. */
export const AUTHS = ['password', 'totp', 'passkey', 'badge', 'link', 'device', 'none'] as const;
export type Auth = (typeof AUTHS)[number];

/** EntryActor is who made the entry, by id only; the name as it was then is a private field. */
export type EntryActor = `staff:${Uuid}` | `contact:${Uuid}` | 'system';

/** Envelope is all of a leaf but its type and facts. Every key is always present. */
export interface Envelope {
  readonly actor: EntryActor;
  readonly auth: Auth;
  /** Whole seconds since the actor last proved who they are; null when nobody did. */
  readonly authAge: number | null;
  /** Milliseconds by which `recordedAt` lies before the highest earlier one: 0 unless the clock went back. */
  readonly behind: number;
  /** The command that made this entry, together with the other parts of the same command. */
  readonly command: Uuid;
  /** `seq` of the earlier entry that this one amends, cancels or reviews; null for every other type. */
  readonly corrects: number | null;
  readonly device: Uuid | null;
  readonly item: Uuid | null;
  readonly log: LogName;
  /** When it happened, as a person claims it for a late entry; never after `recordedAt`. */
  readonly occurredAt: Instant | null;
  /** Number of this entry within its command, from 0. */
  readonly part: number;
  /** How many entries the command made. */
  readonly parts: number;
  /** `seq` of the item's previous entry; null at its first. */
  readonly prior: number | null;
  /** Commitment to the private fields: base64 of a SHA-256; null when there are none. */
  readonly private: string | null;
  /** The server's clock when the entry was written. Order is `seq`, never time. */
  readonly recordedAt: Instant;
  readonly resident: Uuid | null;
  /** Place in the log, from 0, without gaps. */
  readonly seq: number;
  readonly v: typeof LEAF_VERSION;
}

/** Leaf is one entry as it is hashed: strict JCS of exactly these keys. */
export type Leaf = {
  readonly [T in EntryType]: Envelope & { readonly type: T; readonly facts: EntryFacts<T> };
}[EntryType];

/** LeafFlaw says where a leaf is wrong: its text, its set of keys, or one key. */
export type LeafFlaw = 'text' | 'keys' | keyof Leaf;

/** ParsedLeaf is a leaf; or malformed, which breaks a log; or unknown to this version, which cannot be judged. */
export type ParsedLeaf =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'malformed'; readonly at: LeafFlaw }
  | { readonly kind: 'unknown'; readonly v: number; readonly type: string | null };

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const ENVELOPE: { readonly [K in Exclude<keyof Envelope, 'v'>]: Fact<Envelope[K]> } = {
  actor: matching<EntryActor>(new RegExp(`^((staff|contact):${ID}|system)$`)),
  auth: code(AUTHS),
  authAge: maybe(count),
  behind: count,
  command: uuid,
  corrects: maybe(count),
  device: maybe(uuid),
  item: maybe(uuid),
  log: matching<LogName>(new RegExp(`^azukari/${ID}/(${LOG_KINDS.join('|')})$`)),
  occurredAt: maybe(instant),
  part: count,
  parts: count,
  prior: maybe(count),
  private: maybe(digest),
  recordedAt: instant,
  resident: maybe(uuid),
  seq: count,
};
const ENVELOPE_CHECKS = Object.entries(ENVELOPE) as readonly (readonly [keyof Envelope, (value: unknown) => boolean])[];
const TYPE_NAME = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/;
const KEYS = new Set<string>([...Object.keys(ENVELOPE), 'facts', 'type', 'v']);

/** logName names a facility's log. */
export function logName(facility: Uuid, kind: LogKind): LogName {
  return `azukari/${facility}/${kind}`;
}

/** leafText is the exact text to store and hash. A leaf that parseLeaf would not read back is a defect and throws. */
export function leafText(leaf: Leaf): string {
  const judged = judge(leaf);
  if (judged.kind !== 'leaf')
    throw new TypeError(`leaf ${leaf.seq}: ${judged.kind === 'malformed' ? judged.at : judged.kind}`);
  return jcs(leaf);
}

/** parseLeaf reads a leaf's exact text; a text that jcs would write in another way is malformed. */
export function parseLeaf(text: string): ParsedLeaf {
  return judge(parseStrict(text));
}

function judge(value: unknown): ParsedLeaf {
  if (!isPlainObject(value)) return malformed('text');
  const { v, type, facts } = value;
  if (!count(v) || v === 0) return malformed('v');
  if (v !== LEAF_VERSION) return { kind: 'unknown', v, type: null };
  const keys = Object.keys(value);
  if (keys.length !== KEYS.size || !keys.every((key) => KEYS.has(key))) return malformed('keys');
  for (const [key, fits] of ENVELOPE_CHECKS) if (!fits(value[key])) return malformed(key);
  if (typeof type !== 'string' || !TYPE_NAME.test(type)) return malformed('type');
  if (!isEntryType(type)) return isPlainObject(facts) ? { kind: 'unknown', v, type } : malformed('facts');
  if (!factsFit(type, facts)) return malformed('facts');
  // Every key of the envelope, the type and the facts were checked above against the tables the type is made from.
  const leaf = value as unknown as Leaf;
  const at = disagreement(leaf);
  return at === null ? { kind: 'leaf', leaf } : malformed(at);
}

/** What must hold between the keys of one leaf; what must hold between leaves is for the replay. */
function disagreement(leaf: Leaf): LeafFlaw | null {
  const { seq, type, item, prior, corrects, occurredAt } = leaf;
  if ((type === 'log.opened') !== (seq === 0)) return 'seq';
  if (leaf.part >= leaf.parts) return 'part';
  if (prior !== null && (item === null || prior >= seq)) return 'prior';
  if (item === null && NEEDS_ITEM.has(type)) return 'item';
  if (leaf.resident === null && NEEDS_RESIDENT.has(type)) return 'resident';
  if (CORRECTS.has(type) ? corrects === null || corrects >= seq : corrects !== null) return 'corrects';
  if (occurredAt !== null && occurredAt > leaf.recordedAt) return 'occurredAt';
  if (!EITHER_LOG.has(type) && leaf.log.endsWith('/access') !== (type === 'resident.viewed')) return 'log';
  if ((type === 'log.opened' || type === 'key.rotated') && !leaf.facts.key.startsWith(`${leaf.log}+`)) return 'facts';
  return null;
}

const NEEDS_RESIDENT: ReadonlySet<EntryType> = new Set<EntryType>([
  'item.taken-in',
  'item.agreed',
  'item.assigned',
  'resident.registered',
  'resident.changed',
  'resident.left',
  'resident.leaving-undone',
  'resident.notices-resumed',
  'resident.dispute-noted',
  'transfer.sent',
  'transfer.confirmed',
  'transfer.cancelled',
  'resident.checked',
  'resident.viewed',
  'contact.added',
  'contact.changed',
  'contact.removed',
  'agreement.made',
  'agreement.ended',
  'agreement.reviewed',
  'moving-in.noted',
  'application.noted',
  'application.withdrawn',
  'agreement.envelopes-settled',
  'envelope.opened',
]);

const NEEDS_ITEM: ReadonlySet<EntryType> = new Set<EntryType>([
  ...CUSTODY_TYPES,
  'item.described',
  'item.assigned',
  'item.date-noted',
  'item.condition-noted',
  'emergency.reviewed',
  'envelope.marked',
  'envelope.opened',
  'item.whereabouts-confirmed',
  'loss.described',
  'loss.step-noted',
  'loss.explained',
  'loss.closed',
  'loss.reopened',
]);
const CORRECTS: ReadonlySet<EntryType> = new Set<EntryType>(['entry.amended', 'entry.cancelled', 'emergency.reviewed']);
const EITHER_LOG: ReadonlySet<EntryType> = new Set<EntryType>([
  'log.opened',
  'key.rotated',
  'log.gap-explained',
  'privacy.erased',
]);

function malformed(at: LeafFlaw): ParsedLeaf {
  return { kind: 'malformed', at };
}
