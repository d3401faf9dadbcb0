const HEADER = 'c2sp.org/tlog-proof@v1';
const PDF = '%PDF-';
const LARGEST = 33_554_432;
const LARGEST_PROOF = 262_144;

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
  for (const { index, 0: head } of text.matchAll(/\/Type \/EmbeddedFile\b(?:(?!endobj)[^])*?>>\s*stream\r?\n/g)) {
    const [, length] = /\/Length (\d+)/.exec(text.slice(text.lastIndexOf(' obj', index), index + head.length)) ?? [];
    const begins = index + head.length;
    if (length !== undefined) yield bytes.slice(begins, begins + Number(length));
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
