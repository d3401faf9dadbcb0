import * as crypto from 'node:crypto';
import {
  appendAll,
  behind,
  EMPTY_FRONTIER,
  formatVerifierKey,
  instantAt,
  leafHash,
  leafText,
  logName,
  seal,
  signCheckpoint,
  utf8,
  verifierKey,
} from '@azukari/domain';
import type {
  Frontier,
  Instant,
  Leaf,
  LogName,
  NoteSigner,
  Opening,
  PackedFields,
  PrivateField,
  Sha256,
  Uuid,
} from '@azukari/domain';

export const sha256: Sha256 = (bytes) => crypto.hash('sha256', bytes, 'buffer');

/** Dice are the same throws for the same seed. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** below is an integer from 0 up to but not including the bound (mulberry32). */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }

  uuid(): Uuid {
    const hex = Buffer.from(this.bytes(16)).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

/** RandomLog is an honest log as a pack carries it. */
export interface RandomLog {
  readonly log: LogName;
  readonly leaves: string[];
  readonly fields: PackedFields[];
  readonly checkpoints: string[];
  readonly end: string;
}

type Draft = Pick<Leaf, 'type' | 'item' | 'resident' | 'facts' | 'corrects'> & {
  readonly private: Partial<Record<PrivateField, string>>;
};
interface Item {
  readonly id: Uuid;
  readonly resident: Uuid;
  prior: number | null;
  /** Custody entries that stand, newest last: what a cancellation may take away. */
  readonly stack: { readonly seq: number; readonly out: boolean }[];
}

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** signerOf is a key made from 32 bytes. */
export function signerOf(name: string, seed: Uint8Array): NoteSigner {
  const key = crypto.createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const spki = crypto.createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    key: verifierKey(name, new Uint8Array(spki.subarray(-32)), sha256),
    sign: (message) => crypto.sign(null, message, key),
  };
}

/**
 * randomLog makes an honest log of at least so many entries: items that come, go out and back, entries amended, cancelled and erased,
 * commands of several parts, a key that is changed, and a clock that is set back now and then. Another history has the same name, the
 * same first key and a past of its own: what whoever holds the key could present.
 */
export function randomLog(seed: number, entries: number, history = seed, habits = EVENTFUL): RandomLog {
  return new Writer(seed, habits).write(entries, history);
}

/** GivenUp is a checkpoint that a random log gives up, and up to how many entries it says that both are the same. */
export interface GivenUp {
  readonly note: string;
  readonly from: number;
}

/** logAfterGap is a random log of another history, whose last entries give up a checkpoint that it does not continue. */
export function logAfterGap(seed: number, entries: number, history: number, givenUp: GivenUp): RandomLog {
  return new Writer(seed, EVENTFUL).write(entries, history, givenUp);
}

/** Habits are how often something befalls a log that is no entry of the floor: once in so many steps. */
export interface Habits {
  readonly signed: number;
  readonly keyChanged: number;
}

const EVENTFUL: Habits = { signed: 4, keyChanged: 24 };

class Writer {
  private dice: Dice;
  private readonly log: LogName;
  private signer: NoteSigner;
  private readonly leaves: string[] = [];
  private readonly fields: PackedFields[] = [];
  private readonly checkpoints: string[] = [];
  private readonly items: Item[] = [];
  private frontier: Frontier = EMPTY_FRONTIER;
  private root: Uint8Array = new Uint8Array();
  private now = Date.parse('2026-04-01T00:00:00.000Z');
  private highest: Instant | null = null;
  private signedAt = 0;

  private readonly habits: Habits;

  constructor(seed: number, habits: Habits) {
    this.habits = habits;
    this.dice = new Dice(seed);
    this.log = logName(this.dice.uuid(), 'custody');
    this.signer = signerOf(this.log, this.dice.bytes(32));
  }

  write(entries: number, history: number, givenUp: GivenUp | null = null): RandomLog {
    this.append([draft('log.opened', { key: formatVerifierKey(this.signer.key) })]);
    this.dice = new Dice(history + 1_000_000);
    while (this.leaves.length < entries) {
      this.step();
      if (this.dice.below(this.habits.signed) === 0) this.sign([this.signer]);
    }
    if (givenUp) this.giveUp(givenUp);
    this.sign([this.signer]);
    const { log, leaves, fields, checkpoints } = this;
    return { log, leaves, fields, checkpoints, end: checkpoints.at(-1) ?? '' };
  }

  private step(): void {
    const { dice } = this;
    this.now += dice.below(20) === 0 ? -dice.below(600_000) : dice.below(3_600_000);
    const throwOf = dice.below(24);
    const item = this.items.length === 0 || throwOf === 0 ? null : dice.pick(this.items);
    const newest = item?.stack.at(-1);
    if (item === null || newest === undefined) this.takeIn();
    else if (throwOf === 1 && this.dice.below(this.habits.keyChanged / EVENTFUL.keyChanged) === 0) this.changeKey();
    else if (throwOf === 2) this.erase();
    else if (throwOf === 3 && newest.out) this.amend(item, newest.seq);
    else if (throwOf === 4 && item.stack.length > 1) this.cancel(item, newest.seq);
    else if (throwOf < 8) this.moveSeveral(newest.out);
    else this.move([item], newest.out);
  }

  private takeIn(): void {
    const item: Item = { id: this.dice.uuid(), resident: this.dice.uuid(), prior: null, stack: [] };
    const facts = {
      kind: 'my-number-card',
      condition: 'good',
      storage: this.dice.uuid(),
      printedExpiresOn: '2031-04-01',
      certificateExpiresOn: '2029-04-01',
      insurerType: null,
      authMode: 'pin-set',
      agreement: this.dice.uuid(),
    };
    this.items.push(item);
    const [seq] = this.append([about(item, 'item.taken-in', facts, { residentName: '髙﨑 𠮷右衛門' })]);
    item.stack.push({ seq: seq ?? 0, out: false });
  }

  private moveSeveral(out: boolean): void {
    const alike = this.items.filter(({ stack }) => stack.at(-1)?.out === out);
    this.move(alike.slice(0, 1 + this.dice.below(3)), out);
  }

  private move(items: readonly Item[], out: boolean): void {
    const drafts = items.map((item) =>
      out
        ? about(item, 'item.checked-in', { storage: null, condition: 'good', sheet: null }, {})
        : about(
            item,
            'item.checked-out',
            { holder: `staff:${this.dice.uuid()}`, purpose: 'outpatient', dueBackAt: null, contact: null, sheet: null },
            { destination: `医院 ${String(this.dice.below(100))}`, holderName: '鈴木 一郎' },
          ),
    );
    for (const [n, seq] of this.append(drafts).entries()) items[n]?.stack.push({ seq, out: !out });
  }

  private amend(item: Item, corrects: number): void {
    const facts = { fields: ['dueBackAt'], reason: 'mistyped', dueBackAt: null, purpose: null, occurredAt: null };
    this.append([{ ...about(item, 'entry.amended', facts, { reason: '書きまちがい' }), corrects }]);
  }

  private cancel(item: Item, corrects: number): void {
    this.append([{ ...about(item, 'entry.cancelled', { reason: 'twice' }, {}), corrects }]);
    item.stack.pop();
  }

  private changeKey(): void {
    const next = signerOf(this.log, this.dice.bytes(32));
    this.append([draft('key.rotated', { key: formatVerifierKey(next.key) })]);
    this.sign([this.signer, next]);
    this.signer = next;
  }

  private erase(): void {
    const n = this.dice.below(this.fields.length);
    const packed = this.fields[n];
    const opening = packed && packed.openings.length > 0 ? this.dice.pick(packed.openings) : undefined;
    if (packed === undefined || opening === undefined) return;
    this.fields[n] = { ...packed, openings: packed.openings.filter((one) => one !== opening) };
    this.append([draft('privacy.erased', { entries: [packed.seq], fields: [opening.field] })]);
  }

  private giveUp({ note, from }: GivenUp): void {
    const [, size = '', root = ''] = note.split('\n');
    const facts = { log: 'custody', from, size: Number(size), root, cause: 'backup-restored', mark: root };
    const words = { actorName: '髙﨑 𠮷右衛門', reason: 'ディスクがこわれ、もどした' };
    this.append([{ ...draft('log.gap-explained', facts), private: words }]);
    this.step();
  }

  private append(drafts: readonly Draft[]): readonly number[] {
    const command = this.dice.uuid();
    const recordedAt = instantAt(this.now);
    const hashes: Uint8Array[] = [];
    const seqs = drafts.map((one, part) => {
      const seq = this.leaves.length;
      const item = this.items.find(({ id }) => id === one.item);
      const secret = seal(one.private, (length) => this.dice.bytes(length), sha256);
      const leaf = {
        actor: `staff:${this.dice.uuid()}`,
        auth: 'password',
        authAge: 1,
        device: null,
        v: 1,
        log: this.log,
        behind: behind(this.highest, recordedAt),
        command,
        part,
        parts: drafts.length,
        recordedAt,
        seq,
        occurredAt: null,
        prior: item?.prior ?? null,
        ...one,
        private: secret.private,
      };
      // Made of parts: leafText throws for what is no leaf.
      const text = leafText(leaf as unknown as Leaf);
      if (item) item.prior = seq;
      if (secret.digests !== null)
        this.fields.push({ seq, digests: secret.digests, openings: sorted(secret.openings) });
      this.leaves.push(text);
      hashes.push(leafHash(utf8(text), sha256));
      return seq;
    });
    if (this.highest === null || recordedAt > this.highest) this.highest = recordedAt;
    ({ frontier: this.frontier, root: this.root } = appendAll(this.frontier, hashes, sha256));
    return seqs;
  }

  private sign(signers: readonly NoteSigner[]): void {
    const { size } = this.frontier;
    if (size === this.signedAt) return;
    this.signedAt = size;
    this.checkpoints.push(signCheckpoint({ log: this.log, size, root: this.root }, signers));
  }
}

function draft(type: Leaf['type'], facts: object): Draft {
  return { type, item: null, resident: null, facts: facts, corrects: null, private: {} };
}

function about(item: Item, type: Leaf['type'], facts: object, words: Draft['private']): Draft {
  return { ...draft(type, facts), item: item.id, resident: item.resident, private: words };
}

function sorted(openings: readonly Opening[]): readonly Opening[] {
  return [...openings].sort((one, other) => (one.field < other.field ? -1 : 1));
}
