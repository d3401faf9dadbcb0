// What a report reads of counts, and who takes a drawer out of use.
export { differencesOf, openCount, readCountRows } from './count-rows.ts';
