// What a report reads of counts.
export { differencesOf, readCountRows } from './count-rows.ts';
