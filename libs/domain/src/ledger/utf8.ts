/**
 * utf8 encodes text as UTF-8 (RFC 3629) and throws on a lone surrogate. Written out because the language itself has no
 * encoder, and because a platform's decoder drops a leading byte order mark and mends bad bytes in silence.
 */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(sizeOf(text));
  let end = 0;
  // Stryker disable next-line EqualityOperator: past the end there is no unit, and no room for its bytes.
  for (let i = 0; i < text.length; i++) {
    let point = text.charCodeAt(i);
    if (point < 0x80) {
      bytes[end++] = point;
      continue;
    }
    if (point >= 0xd800 && point <= 0xdfff) {
      const low = text.charCodeAt(++i);
      if (point > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) throw new TypeError('lone surrogate');
      point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
    }
    if (point < 0x800) {
      bytes[end++] = 0xc0 | (point >> 6);
    } else {
      if (point < 0x10000) {
        bytes[end++] = 0xe0 | (point >> 12);
      } else {
        bytes[end++] = 0xf0 | (point >> 18);
        bytes[end++] = 0x80 | ((point >> 12) & 0x3f);
      }
      bytes[end++] = 0x80 | ((point >> 6) & 0x3f);
    }
    bytes[end++] = 0x80 | (point & 0x3f);
  }
  return bytes;
}

/** The two halves of a surrogate pair make four bytes, two each. */
function sizeOf(text: string): number {
  let size = text.length;
  // Stryker disable next-line EqualityOperator: past the end there is no unit to count.
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) size += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return size;
}

/** fromUtf8 decodes UTF-8 and answers null for bytes that are not exactly the encoding of some text (RFC 3629 §3). */
export function fromUtf8(bytes: Uint8Array): string | null {
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i++] as number;
    const more = first < 0x80 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    let point = more === 0 ? first : first & (0x3f >> more);
    if (more > 0 && (first < 0xc2 || first > 0xf4)) return null;
    for (let k = 0; k < more; k++) {
      const next = bytes[i++] ?? 0;
      if ((next & 0xc0) !== 0x80) return null;
      point = (point << 6) | (next & 0x3f);
    }
    const overlong = (more === 2 && point < 0x800) || (more === 3 && point < 0x10000);
    if (overlong || (point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff) return null;
    text += String.fromCodePoint(point);
  }
  return text;
}
