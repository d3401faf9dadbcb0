// What papers read of the record.
export { wordsOf } from './entries.ts';
export type { Words } from './entries.ts';
export { knownItems } from './paper-items.ts';
export { readRows } from './record-book.ts';
