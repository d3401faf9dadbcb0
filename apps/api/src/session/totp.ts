import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** As long as the hash, which RFC 4226 asks for. */
const SECRET_BYTES = 20;
const STEP_MS = 30_000;
const DIGITS = 6;
/** One step either way is what RFC 6238 allows for clocks that differ and people who type slowly. */
const DRIFT = [0, -1, 1];

/** newTotpSecret is a secret for an authenticator, in base32 as people and apps read it. */
export function newTotpSecret(): string {
  return base32(randomBytes(SECRET_BYTES));
}

/** totpAt is the code of a step (RFC 6238 over RFC 4226, with SHA-1: the one hash that every authenticator knows). */
export function totpAt(secret: string, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const at = mac.readUInt8(mac.length - 1) & 0xf;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** totpStep answers which step a code belongs to, at this moment of the server's clock; null for none. Each step opens once: only later ones than `after`. */
export function totpStep(
  code: string,
  secret: string,
  { nowMs, after }: { nowMs: number; after: number },
): number | null {
  const now = Math.floor(nowMs / STEP_MS);
  const steps = DRIFT.map((drift) => now + drift).filter((step) => step > after);
  return steps.find((step) => isSame(totpAt(secret, step), code)) ?? null;
}

/** In a time that tells nothing of how many digits fit. */
function isSame(expected: string, shown: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(shown)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** otpauthUri is what an authenticator reads from the code on the screen. */
export function otpauthUri(secret: string, loginId: string): string {
  const issuer = encodeURIComponent('預かり');
  return `otpauth://totp/${issuer}:${encodeURIComponent(loginId)}?secret=${secret}&issuer=${issuer}`;
}

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET.charAt(parseInt(five.padEnd(5, '0'), 2))).join('');
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
}
