/** So much goes into one code that a telephone still reads from paper. */
const MOST_CHARACTERS = 900;

/** proofCodes are the parts of a tlog-proof, one for each two-dimensional code; laid end to end they are the whole of it. */
export function proofCodes(proof: string): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at < proof.length;) {
    let end = Math.min(at + MOST_CHARACTERS, proof.length);
    // Readers drop an end of line at either end of what they read.
    while (end < proof.length && (proof[end] === '\n' || proof[end - 1] === '\n')) end--;
    parts.push(proof.slice(at, end));
    at = end;
  }
  return parts;
}
