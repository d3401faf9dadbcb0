import type { InspectionPart } from '@azukari/domain';
import type { Table } from './sight.ts';
import { PART_WORDS } from './words.ts';

/** FormNames are the facility's own names of the parts. */
export type FormNames = Readonly<Partial<Record<InspectionPart, string>>>;

/** A sheet's name is at most so long in every spreadsheet. */
const LONGEST_SHEET = 31;

/** nameOf is what a part is called in this facility. */
export function nameOf(part: InspectionPart, own: FormNames): string {
  return own[part] ?? PART_WORDS[part];
}

/** titleOf is what a table is called: its part, and what tells it from others of the same part. */
export function titleOf({ part, suffix }: Pick<Table, 'part' | 'suffix'>, own: FormNames): string {
  return suffix === undefined ? nameOf(part, own) : `${nameOf(part, own)}・${suffix}`;
}

/** fileName is a title as every file system and spreadsheet takes it; two parts that a facility calls the same stay apart by their number. */
export function fileName(title: string, n: number): string {
  const number = String(n).padStart(2, '0');
  const plain = title.replace(/[\u0000-\u001F\\/:*?"<>|[\]']/g, '・').trim();
  return [...`${number} ${plain}`].slice(0, LONGEST_SHEET).join('');
}
