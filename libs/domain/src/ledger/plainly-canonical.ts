const [QUOTE, COMMA, MINUS, COLON] = [0x22, 0x2c, 0x2d, 0x3a];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const [BLANK, DIGIT_0, DIGIT_9] = [0x20, 0x30, 0x39];
/** Below this many digits every whole number is a safe integer. */
const MOST_DIGITS = 15;
const DEEPEST = 64;

/**
 * isPlainlyCanonical says, of a text that is JSON already, whether one look shows it to be what jcs writes: nothing escaped, no blanks,
 * keys that rise, whole numbers of few digits. Its yes is certain; after a no the value has to be written again and compared.
 */
export function isPlainlyCanonical(text: string): boolean {
  if (text.includes('\\') || !text.isWellFormed()) return false;
  // The newest key of each object or array that is open; none before the first.
  const newest: (Span | null)[] = [];
  // Stryker disable next-line EqualityOperator: past the end there is no character to object to.
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      const start = i + 1;
      i = text.indexOf('"', start);
      if (text.charCodeAt(i + 1) !== COLON) continue;
      const key = [start, i] as const;
      const last = newest.pop();
      if (last && !rises(text, last, key)) return false;
      newest.push(key);
    } else if (c === OPEN_OBJECT || c === OPEN_ARRAY) {
      if (newest.push(null) > DEEPEST) return false;
    } else if (c === CLOSE_OBJECT || c === CLOSE_ARRAY) newest.pop();
    else if (isDigit(c)) {
      const start = i;
      while (isDigit(text.charCodeAt(i + 1))) i++;
      if (i - start >= MOST_DIGITS || !endsNumber(text.charCodeAt(i + 1))) return false;
    } else if (c === MINUS || c <= BLANK) return false;
  }
  return true;
}

type Span = readonly [start: number, end: number];

/** Keys are in the order of their UTF-16 code units (RFC 8785 §3.2.3), and none comes twice. */
function rises(text: string, [last, lastEnd]: Span, [next, nextEnd]: Span): boolean {
  for (let k = 0; next + k < nextEnd; k++) {
    if (last + k === lastEnd) return true;
    const more = text.charCodeAt(next + k) - text.charCodeAt(last + k);
    if (more > 0) return true;
    if (more < 0) return false;
  }
  return false;
}

function isDigit(c: number): boolean {
  return c >= DIGIT_0 && c <= DIGIT_9;
}

/** A number at the very end of the text has nothing after it: NaN. */
function endsNumber(c: number): boolean {
  return c === COMMA || c === CLOSE_OBJECT || c === CLOSE_ARRAY || Number.isNaN(c);
}
