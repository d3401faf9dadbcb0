const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = Int8Array.from({ length: 128 }, (_, unit) => ALPHABET.indexOf(String.fromCharCode(unit)));

/** base64 encodes bytes with the standard alphabet and padding (RFC 4648 §4). */
export function base64(bytes: Uint8Array): string {
  let text = '';
  let group = 0;
  let bits = 0;
  for (const byte of bytes) {
    group = ((group << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 6; bits -= 6) text += ALPHABET.charAt((group >> (bits - 6)) & 63);
  }
  if (bits > 0) text += ALPHABET.charAt((group << (6 - bits)) & 63);
  return text.padEnd(Math.ceil(bytes.length / 3) * 4, '=');
}

/**
 * fromBase64 decodes standard padded base64 and answers null for all else: other alphabets, blanks, missing padding, and
 * pad bits that are not zero (RFC 4648 §3.5), so that no two texts mean the same bytes.
 */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const pad = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = text.length - pad;
  const bytes = new Uint8Array((text.length / 4) * 3 - pad);
  let group = 0;
  let end = 0;
  for (let i = 0; i < digits; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? -1;
    if (value < 0) return null;
    group = (group << 6) | value;
    if (i % 4 === 3) {
      bytes[end++] = group >> 16;
      bytes[end++] = (group >> 8) & 255;
      bytes[end++] = group & 255;
      group = 0;
    }
  }
  if (pad === 0) return bytes;
  if ((group & (pad === 2 ? 15 : 3)) !== 0) return null;
  if (pad === 2) bytes[end] = group >> 4;
  else {
    bytes[end++] = group >> 10;
    bytes[end] = (group >> 2) & 255;
  }
  return bytes;
}

/** hex writes bytes in lower-case base 16 (RFC 4648 §8, lower case as in C2SP signed-note). */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}
