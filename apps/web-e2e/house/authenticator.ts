import { createHmac } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** digitsOf are what an authenticator with this secret shows now, or some half minutes later (RFC 6238). */
export function digitsOf(secret: string, later = 0): string {
  let bits = 0n;
  for (const letter of secret) bits = bits * 32n + BigInt(LETTERS.indexOf(letter));
  const key = Buffer.from(bits.toString(16).padStart((secret.length * 5) / 4, '0'), 'hex');
  const count = BigInt(Math.floor(Date.now() / 30_000) + later);
  const mac = createHmac('sha1', key)
    .update(Buffer.from(count.toString(16).padStart(16, '0'), 'hex'))
    .digest();
  const at = mac.readUInt8(19) % 16;
  return String((mac.readUInt32BE(at) % 2 ** 31) % 1_000_000).padStart(6, '0');
}
