// What a report reads of counts, who takes a drawer out of use, and who takes a list over.
export { differencesOf, openCount, readCountRows } from './count-rows.ts';
export { noteListed } from './listed-rows.ts';
