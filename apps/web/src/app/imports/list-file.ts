import { decoded, parsed } from './separated-text';
import { type ListFile, type Sheet, Unreadable } from './sheet';
import { readWorkbook } from './workbook';

/** Larger than any list of residents; what is larger is refused before it is read. */
export const LARGEST_FILE_BYTES = 20_000_000;

const ZIP = [0x50, 0x4b];
/** The container of Excel before 2007, and of every newer workbook that has a password. */
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** How the container names what a password has closed, in UTF-16. */
const CLOSED = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);

/** readListFile reads a workbook or a text with separators, whichever it is by its bytes; an Unreadable says why it cannot be. */
export async function readListFile(file: File): Promise<ListFile> {
  if (file.size > LARGEST_FILE_BYTES) throw new Unreadable('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw new Unreadable('empty');
  if (begins(bytes, OLD_CONTAINER)) throw new Unreadable(holds(bytes, CLOSED) ? 'locked' : 'old-excel');
  if (begins(bytes, ZIP)) return { kind: 'xlsx', name: file.name, sheets: await readWorkbook(bytes) };
  return { kind: 'csv', name: file.name, sheets: [sheetOf(decoded(bytes))] };
}

/** pasted is what somebody copied out of a spreadsheet. */
export function pasted(text: string): ListFile {
  return { kind: 'csv', name: '', sheets: [sheetOf(text)] };
}

function sheetOf(text: string): Sheet {
  return { name: '', rows: parsed(text), merges: [], from1904: false };
}

function begins(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, n) => bytes[n] === byte);
}

function holds(bytes: Uint8Array, part: readonly number[]): boolean {
  return bytes.some((_, at) => part.every((byte, n) => bytes[at + n] === byte));
}
