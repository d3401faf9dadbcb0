import { base64, fromBase64, hex } from './base64.ts';
import { joinBytes } from './bytes.ts';
import type { Sha256 } from './bytes.ts';
import { utf8 } from './utf8.ts';

/** Ed25519Verify is the check the caller hands in (RFC 8032): a 32-byte public key, the message, a 64-byte signature. */
export type Ed25519Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** VerifierKey is whom to believe: C2SP signed-note "Verifier keys", Ed25519 only. */
export interface VerifierKey {
  readonly name: string;
  /** The four bytes of the key ID as lower-case hex. */
  readonly id: string;
  readonly publicKey: Uint8Array;
}

/** NoteSigner signs notes: a verifier key, and an Ed25519 signature (RFC 8032) made with its private half. */
export interface NoteSigner {
  readonly key: VerifierKey;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** NoteSignature is one signature line of a note. */
export interface NoteSignature {
  readonly name: string;
  readonly id: string;
  readonly signature: Uint8Array;
}

/** Note is a signed text as read, not yet believed. The text ends in a newline. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Due is a signature by a known key: it has to verify over `message`, be it now or by an asynchronous platform. */
export interface Due {
  readonly key: VerifierKey;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** OpenedNote is a note whose signatures by known keys all verified, or why it is not believed. */
export type OpenedNote =
  | { readonly ok: true; readonly text: string; readonly signedBy: readonly VerifierKey[] }
  | { readonly ok: false; readonly because: 'malformed' | 'unknown-key' | 'bad-signature' };

const ED25519 = 1;
const PUBLIC_KEY_SIZE = 32;
const MOST_SIGNATURES = 16;
const MOST_BYTES = 65_536;
const KEY_NAME = /^[^\p{White_Space}\p{Surrogate}\p{Cc}+]+$/u;
const CONTROL = /[\u0000-\u0009\u000b-\u001f]|\p{Surrogate}/u;
const SIGNATURE_LINE = /^\u2014 ([^ ]+) ([^ ]+)$/u;

/** verifierKey makes the key of a name and an Ed25519 public key; its ID is SHA-256(name ‖ LF ‖ 0x01 ‖ key)[:4]. */
export function verifierKey(name: string, publicKey: Uint8Array, sha256: Sha256): VerifierKey {
  if (!KEY_NAME.test(name) || publicKey.length !== PUBLIC_KEY_SIZE) throw new TypeError('no key for signed notes');
  const named = utf8(`${name}\n`);
  const bytes = new Uint8Array(named.length + 1 + PUBLIC_KEY_SIZE);
  bytes.set(named);
  bytes.set(joinBytes(ED25519, publicKey), named.length);
  return { name, id: hex(sha256(bytes).subarray(0, 4)), publicKey };
}

/** formatVerifierKey writes `<name>+<hex id>+<base64 of type and key>` (C2SP signed-note "Verifier keys"). */
export function formatVerifierKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${id}+${base64(joinBytes(ED25519, publicKey))}`;
}

/** parseVerifierKey reads a verifier key, and answers null unless its ID is the one that its name and key make. */
export function parseVerifierKey(text: string, sha256: Sha256): VerifierKey | null {
  const name = text.slice(0, Math.max(0, text.indexOf('+')));
  const bytes = fromBase64(text.slice(name.length + 10));
  if (!KEY_NAME.test(name) || bytes?.length !== 1 + PUBLIC_KEY_SIZE) return null;
  const key = verifierKey(name, bytes.slice(1), sha256);
  return formatVerifierKey(key) === text ? key : null;
}

/** formatNote writes a signed note (C2SP signed-note "Format"), and throws for what parseNote would not read back. */
export function formatNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, id, signature }) => `\u2014 ${name} ${base64(withId(id, signature))}\n`);
  const note = `${text}\n${lines.join('')}`;
  if (parseNote(note)?.text !== text) throw new TypeError('no text for a signed note');
  return note;
}

/**
 * parseNote reads a signed note by its exact grammar (C2SP signed-note "Format"): LF only, the last empty line parts
 * text and signatures, at most 16 signatures and 64 KiB. Null for all else.
 */
export function parseNote(note: string): Note | null {
  if (CONTROL.test(note) || utf8(note).length > MOST_BYTES) return null;
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return null;
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return null;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    // Stryker disable next-line StringLiteral,ArrayDeclaration: a line that is none is refused, whatever stands in for its parts.
    const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
    const bytes = fromBase64(encoded);
    if (!KEY_NAME.test(name) || bytes === null || bytes.length < 5) return null;
    signatures.push({ name, id: hex(bytes.subarray(0, 4)), signature: bytes.slice(4) });
  }
  return { text: note.slice(0, split + 1), signatures };
}

/** signNote signs a text with each signer; the text ends in a newline. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  const message = utf8(text);
  const signatures = signers.map(({ key, sign }) => ({ name: key.name, id: key.id, signature: sign(message) }));
  return formatNote({ text, signatures });
}

/** signaturesDue are those a reader must verify: name and ID match a known key (C2SP signed-note "Signatures"). */
export function signaturesDue(note: Note, keys: readonly VerifierKey[]): readonly Due[] {
  const message = utf8(note.text);
  return note.signatures.flatMap(({ name, id, signature }) => {
    const key = keys.find((known) => known.name === name && known.id === id);
    return key === undefined ? [] : [{ key, message, signature }];
  });
}

/**
 * openNote believes a note when at least one signature is by a known key and every such signature verifies; others'
 * signatures are ignored (C2SP signed-note "Signatures").
 */
export function openNote(text: string, keys: readonly VerifierKey[], verify: Ed25519Verify): OpenedNote {
  const note = parseNote(text);
  if (note === null) return { ok: false, because: 'malformed' };
  const due = signaturesDue(note, keys);
  if (due.length === 0) return { ok: false, because: 'unknown-key' };
  if (!due.every(({ key, message, signature }) => signature.length === 64 && verify(key.publicKey, message, signature)))
    return { ok: false, because: 'bad-signature' };
  return { ok: true, text: note.text, signedBy: keys.filter((key) => due.some((one) => one.key === key)) };
}

function withId(id: string, signature: Uint8Array): Uint8Array {
  const bytes = [0, 2, 4, 6].map((at) => Number.parseInt(id.slice(at, at + 2), 16));
  return Uint8Array.of(...bytes, ...signature);
}
