// What papers read of the record.
export { wordsOf } from '../ledger/told-entries.ts';
export type { Words } from '../ledger/told-entries.ts';
export { knownItems } from './paper-items.ts';
export { readRows } from './record-book.ts';
