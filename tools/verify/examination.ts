import {
  anchorCode,
  appendAll,
  checkpointBody,
  equalBytes,
  parseCheckpointBody,
  parseNote,
  parseVerifierKey,
  Replay,
  Sequence,
  signaturesDue,
} from '@azukari/domain';
import type { Checkpoint, Frontier, Leaf, LogName, Note, PrivateField, Sha256, VerifierKey } from '@azukari/domain';
import type { Anchor, Break, Finding, GapSeen } from './finding.ts';
import { declaredOf, gapIn } from './gaps.ts';
import type { EntrySeen } from './in-turn.ts';
import type { FieldsSeen } from './inspection.ts';
import type { SignatureMet } from './signatures.ts';

export type { Anchor } from './finding.ts';

/** Examined is a log that holds, and what was looked at. */
export interface Examined {
  readonly verdict: 'holds';
  readonly log: LogName;
  readonly from: number;
  readonly size: number;
  readonly root: Uint8Array;
  /** The keys of the log, oldest first. */
  readonly keys: readonly VerifierKey[];
  readonly checkpoints: number;
  readonly items: number;
  /** Items that came before a pack of a period; where they were is not judged. */
  readonly begunBefore: number;
  readonly fieldsOpen: number;
  readonly fieldsErased: number;
  /** What the reader brought fits the entries up to here; null when nothing was brought. */
  readonly anchored: { readonly kind: Anchor['kind']; readonly size: number } | null;
  /** Where the record says itself that it does not go on from what was signed before. */
  readonly gaps: readonly GapSeen[];
}

/** Examinee is a log as a pack names it: its part begins after `before`, and `end` is the signed checkpoint at its end. */
export interface Examinee {
  readonly log: LogName;
  readonly before: Frontier;
  /** The keys named before the part begins, oldest first: none for a whole log, which begins by naming its own. */
  readonly keys: readonly VerifierKey[];
  readonly end: string;
  readonly anchor: Anchor | null;
  /** Compare an anchor's code with the state after every entry, not only with the checkpoints of the pack: slow. */
  readonly everyState?: boolean;
}

type Broken = Extract<Finding, { verdict: 'broken' }>;

interface Signed extends Checkpoint {
  readonly note: Note;
}

const BATCH = 512;
const NONE: readonly SignatureMet[] = [];

/**
 * Examination reads a log from its first entry to its last, as somebody who believes nothing but the anchor in her own hand. What
 * an entry shows alone was inspected before; signatures are handed to the caller in `due`, since some platforms verify only asynchronously.
 */
export class Examination {
  readonly #of: Examinee;
  readonly #sha256: Sha256;
  readonly #sequence: Sequence;
  readonly #replay = new Replay();
  readonly #keys: VerifierKey[] = [];
  readonly #erased = new Map<number, Set<PrivateField>>();
  #anchor: Checkpoint | null = null;
  #end: Signed | null = null;
  #signed: Signed | null = null;
  #checkpoints = 0;
  #signedUpTo: number;
  /** Up to here a checkpoint has confirmed the entries. */
  #confirmed: number;
  #frontier: Frontier;
  #root: Uint8Array = new Uint8Array();
  #hashes: Uint8Array[] = [];
  #anchored: Examined['anchored'] = null;
  #fieldsOpen = 0;
  #fieldsErased = 0;
  #due: SignatureMet[] = [];
  readonly #gaps: GapSeen[] = [];
  /** Does not fit what was brought; an entry that says why may follow, so that it is told at the end. */
  #unfit: Broken | null = null;
  /** refused is why the examination cannot even begin; null when it can. */
  readonly refused: Finding | null;

  constructor(of: Examinee, sha256: Sha256) {
    this.#of = of;
    this.#sha256 = sha256;
    this.#sequence = new Sequence(of.log, of.before.size);
    this.#frontier = of.before;
    this.#signedUpTo = of.before.size;
    this.#confirmed = of.before.size;
    this.#keys.push(...of.keys);
    this.refused = this.#takeEnd() ?? this.#takeAnchor();
  }

  /** size is how many entries the log has by its signed checkpoint: the only place that says so. */
  get size(): number {
    return this.#end?.size ?? 0;
  }

  /** wantsCheckpoint is true while the next checkpoint of the pack is not known here. */
  get wantsCheckpoint(): boolean {
    return this.#signed === null;
  }

  /** expect takes the pack's next checkpoint; it waits until the log has grown to its size. */
  expect(text: string): Finding | null {
    const signed = this.#read(text);
    if (typeof signed === 'string') return broken(null, signed);
    if (signed.size <= this.#signedUpTo || signed.size > this.size) return broken(null, 'checkpoint:order');
    this.#signed = signed;
    this.#signedUpTo = signed.size;
    return null;
  }

  /** next takes the following entry and what the pack has of its private fields; a finding ends the examination. */
  next(entry: EntrySeen, fields: FieldsSeen | null): Finding | null {
    const finding = this.#take(entry, fields);
    return finding && (this.#unfit ?? finding);
  }

  #take(entry: EntrySeen, fields: FieldsSeen | null): Finding | null {
    const seq = this.#frontier.size + this.#hashes.length;
    if (seq >= this.size) return broken(seq, 'end:more');
    if (entry.kind === 'malformed') return broken(seq, `entry:${entry.at}`);
    if (entry.kind === 'unknown') return { verdict: 'cannot-judge', seq, because: 'unknown-entry' };
    this.#hashes.push(entry.hash);
    const at = this.#judge(entry.leaf, fields);
    if (at !== null) return broken(seq, at);
    const everyState = this.#of.everyState === true && this.#anchored === null;
    if (
      everyState ||
      this.#signed?.size === seq + 1 ||
      seq + 1 === this.size ||
      this.#hashes.length === BATCH ||
      this.#anchor?.size === seq + 1
    )
      return this.#reach();
    return null;
  }

  /** due hands over the signatures that were met since it was last asked; each has to verify. */
  due(): readonly SignatureMet[] {
    return this.#due.length === 0 ? NONE : this.#due.splice(0);
  }

  /** end is the verdict when the entries are over and every signature has verified. */
  end(): Finding | Examined {
    const finding = this.#close();
    if (finding.verdict === 'holds' || (this.#unfit === null && !isAnchors(finding))) return finding;
    const unfit = this.#unfit ?? finding;
    const declared = declaredOf(this.#of, this.#gaps, this.#sha256);
    return declared && unfit.verdict === 'broken' ? { ...unfit, declared } : unfit;
  }

  #close(): Finding | Examined {
    const seq = this.#frontier.size + this.#hashes.length;
    if (seq < this.size) return broken(seq, 'end:missing');
    if (!this.#sequence.complete()) return broken(seq - 1, 'end:command');
    if (this.#signedUpTo !== this.size) return broken(null, 'checkpoint:missing');
    const erased = [...this.#erased.keys()];
    if (erased.length > 0) return broken(Math.min(...erased), 'private:erased');
    if (this.#unfit !== null) return this.#unfit;
    if (this.#of.anchor?.kind === 'code' && this.#anchored === null) return broken(null, 'anchor:code');
    const { replayed, begunBefore } = this.#replay.counts;
    return {
      verdict: 'holds',
      log: this.#of.log,
      from: this.#of.before.size,
      size: this.size,
      root: this.#root,
      keys: this.#keys,
      checkpoints: this.#checkpoints,
      items: replayed,
      begunBefore,
      fieldsOpen: this.#fieldsOpen,
      fieldsErased: this.#fieldsErased,
      anchored: this.#anchored,
      gaps: this.#gaps,
    };
  }

  #judge(leaf: Leaf, fields: FieldsSeen | null): Break | null {
    const order = this.#sequence.next(leaf);
    if (order !== null) return `order:${order}`;
    if (leaf.type === 'log.opened' || leaf.type === 'key.rotated') {
      const key = parseVerifierKey(leaf.facts.key, this.#sha256);
      if (key === null) return 'entry:facts';
      this.#keys.push(key);
    }
    if (leaf.type === 'privacy.erased') this.#erase(leaf);
    const at = this.#open(leaf, fields);
    if (at !== null) return at;
    const gap = gapIn(leaf, fields);
    if (gap !== null) this.#gaps.push(gap);
    const custody = this.#replay.next(leaf);
    return custody === null ? null : `custody:${custody}`;
  }

  #open({ seq, private: sealed }: Leaf, fields: FieldsSeen | null): Break | null {
    if ((sealed === null) !== (fields === null)) return fields === null ? 'private:missing' : 'private:digests';
    if (fields === null) return null;
    if (fields.seq !== seq) return 'private:line';
    if (fields.commitment !== sealed) return 'private:digests';
    if (fields.flaw !== null) return `private:${fields.flaw}`;
    this.#fieldsOpen += fields.open;
    if (fields.erased.length > 0) this.#erased.set(seq, new Set(fields.erased));
    return null;
  }

  /** Words may be missing only where a later entry says that they were erased. */
  #erase({ facts }: Extract<Leaf, { type: 'privacy.erased' }>): void {
    for (const seq of facts.entries) {
      const missing = this.#erased.get(seq);
      if (missing === undefined) continue;
      for (const field of facts.fields) if (missing.delete(field)) this.#fieldsErased++;
      if (missing.size === 0) this.#erased.delete(seq);
    }
  }

  /** The tree grows to the entry at hand; what is signed or was brought for this size has to have this root. */
  #reach(): Finding | null {
    const { frontier, root } = appendAll(this.#frontier, this.#hashes, this.#sha256);
    const { size } = frontier;
    this.#frontier = frontier;
    this.#hashes = [];
    this.#root = root;
    const { log, anchor, everyState } = this.#of;
    if (this.#anchor?.size === size) {
      if (equalBytes(this.#anchor.root, root)) this.#anchored = { kind: 'checkpoint', size };
      else this.#unfit = { ...broken(this.#of.before.size, 'anchor:root'), until: size - 1 };
    }
    const signed = this.#signed?.size === size ? this.#signed : null;
    if (anchor?.kind === 'code' && (signed !== null || everyState === true))
      if (anchorCode(checkpointBody({ log, size, root }), this.#sha256) === anchor.code)
        this.#anchored = { kind: 'code', size };
    if (signed !== null) {
      this.#signed = null;
      this.#checkpoints++;
    }
    return this.#checkSigned(signed, root) ?? (size === this.size ? this.#checkSigned(this.#end, root) : null);
  }

  /** A checkpoint has to have the root that was worked out, and a signature by the key in force. */
  #checkSigned(signed: Signed | null, root: Uint8Array): Finding | null {
    if (signed === null) return null;
    if (!equalBytes(signed.root, root))
      return { ...broken(this.#confirmed, 'checkpoint:root'), until: signed.size - 1 };
    this.#confirmed = signed.size;
    const key = this.#keys.at(-1);
    const due = key === undefined ? [] : signaturesDue(signed.note, [key]);
    if (due.length === 0) return broken(null, 'checkpoint:key');
    this.#due.push(...due.map((signature) => ({ size: signed.size, signature })));
    return null;
  }

  #takeEnd(): Finding | null {
    const end = this.#read(this.#of.end);
    if (typeof end === 'string') return broken(null, end);
    this.#end = end;
    if (end.size < this.#of.before.size) return broken(null, 'checkpoint:order');
    // A period in which nothing was recorded: its end is its beginning.
    return end.size === this.#of.before.size ? this.#reach() : null;
  }

  #takeAnchor(): Finding | null {
    const { anchor, log, before } = this.#of;
    if (anchor?.kind !== 'checkpoint') return null;
    const note = parseNote(anchor.note);
    const brought = note && parseCheckpointBody(note.text);
    if (brought === null) return broken(null, 'anchor:text');
    if (brought.log !== log) return broken(null, 'anchor:log');
    if (brought.size > this.size) this.#unfit = broken(null, 'anchor:beyond');
    if (brought.size <= before.size) return { verdict: 'cannot-judge', seq: null, because: 'anchor-before' };
    this.#anchor = brought;
    return null;
  }

  #read(text: string): Signed | 'checkpoint:text' | 'checkpoint:log' {
    const note = parseNote(text);
    const checkpoint = note && parseCheckpointBody(note.text);
    if (note === null || checkpoint === null) return 'checkpoint:text';
    return checkpoint.log === this.#of.log ? { ...checkpoint, note } : 'checkpoint:log';
  }
}

function broken(seq: number | null, at: Break): Broken {
  return { verdict: 'broken', seq, at };
}

function isAnchors(finding: Finding): boolean {
  return finding.verdict === 'broken' && finding.at.startsWith('anchor:');
}
