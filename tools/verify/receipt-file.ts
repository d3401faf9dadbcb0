const HEADER = 'c2sp.org/tlog-proof@v1';
const PDF = '%PDF-';
const LARGEST = 33_554_432;
const LARGEST_PROOF = 262_144;
const ATTACHED = '/Type /EmbeddedFile';
/** From there to the bytes; a file that is made to be searched for ever has no such head. */
const HEAD = /^\/Type \/EmbeddedFile\b(?:(?!endobj)[^])*?>>\s*stream\r?\n/;
const LONGEST_HEAD = 1_000;
/** A receipt of ours has one. */
const MOST_ATTACHED = 16;

/** receiptIn is the receipt that a file is, or that a PDF of ours carries as an attached file; null for any other file. */
export async function receiptIn(file: Blob): Promise<string | null> {
  const start = await file.slice(0, HEADER.length).text();
  if (start === HEADER) return file.text();
  if (!start.startsWith(PDF) || file.size > LARGEST) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  for (const stream of attachmentsOf(bytes)) {
    const text = await inflated(stream);
    if (text?.startsWith(HEADER) === true) return text;
  }
  return null;
}

/** Attached files are objects that say so of themselves, each with one stream of a length that it tells. */
function* attachmentsOf(bytes: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
  // A byte a character: places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(bytes);
  let at = text.indexOf(ATTACHED);
  for (let n = 0; n < MOST_ATTACHED && at >= 0; n++, at = text.indexOf(ATTACHED, at + 1)) {
    const [head] = HEAD.exec(text.slice(at, at + LONGEST_HEAD)) ?? [];
    if (head === undefined) continue;
    const begins = at + head.length;
    const object = Math.max(text.lastIndexOf(' obj', at), at - LONGEST_HEAD);
    const length = Number(/\/Length (\d+)/.exec(text.slice(object, begins))?.[1]);
    if (length <= LARGEST_PROOF) yield bytes.slice(begins, begins + length);
  }
}

async function inflated(stream: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const reader = new Blob([stream]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  try {
    for (let size = 0, part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > LARGEST_PROOF) return null;
      parts.push(part.value.slice());
    }
    return await new Blob(parts).text();
  } catch {
    // TypeError: it is no deflated stream, and so no receipt.
    return null;
  }
}
