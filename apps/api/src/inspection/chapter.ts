import type { Content } from 'pdfmake/interfaces.js';
import type { Issue } from '../forms/forms.paper.ts';
import type { Table } from './sight.ts';

/** Chapter is one table of the pack, and the paper on which it is drawn where it has one of its own. */
export interface Chapter {
  readonly table: Table;
  /** The papers on which it is drawn; null: as the table it is. */
  readonly papers: ((issue: Issue) => Iterable<OwnPaper>) | null;
  /** The papers come after the table, not in its stead. */
  readonly both?: boolean;
}

/** OwnPaper is a paper as its form draws it. */
export interface OwnPaper {
  readonly whose: string;
  readonly content: Content[];
  readonly upright?: boolean;
}
