import type { Sha256 } from './bytes.ts';
import { utf8 } from './utf8.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * anchorCode is the first 80 bits of SHA-256(checkpoint body) in Crockford base32, `XXXX-XXXX-XXXX-XXXX`: for the eye
 * beside the whole checkpoint. Alone it withstands a second preimage, not someone who prepared two histories.
 */
export function anchorCode(checkpointBody: string, sha256: Sha256): string {
  let digits = '';
  let bits = 0;
  let held = 0;
  for (const byte of sha256(utf8(checkpointBody)).subarray(0, 10)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      digits += CROCKFORD.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return grouped(digits);
}

/**
 * readAnchorCode reads a code as people type it: lower case, full width, any dash or blank, O for 0, I and L for 1.
 * Null when it is not sixteen digits.
 */
export function readAnchorCode(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}ー]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(digits) ? grouped(digits) : null;
}

function grouped(digits: string): string {
  return [0, 4, 8, 12].map((i) => digits.slice(i, i + 4)).join('-');
}
