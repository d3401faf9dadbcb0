import type { Grid } from '@azukari/domain';

/** Sheet is one sheet of a file that somebody chose. */
export interface Sheet extends Grid {
  readonly name: string;
  /** The spreadsheet counts its days from 1904. */
  readonly from1904: boolean;
}

/** ListFile is a file with its sheets; what is handed back is of the same kind. */
export interface ListFile {
  readonly kind: 'xlsx' | 'csv';
  readonly name: string;
  readonly sheets: readonly Sheet[];
}

/** FileNo is why a file cannot be read: a word of `imports.no`. */
export type FileNo = 'too-large' | 'empty' | 'locked' | 'old-excel' | 'no-list' | 'broken' | 'bomb' | 'letters';

/** Unreadable ends the reading of a file with its reason. */
export class Unreadable extends Error {
  readonly no: FileNo;

  constructor(no: FileNo) {
    super(no);
    this.no = no;
  }
}
