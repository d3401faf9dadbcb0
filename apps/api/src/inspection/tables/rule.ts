import { articles, regulationPaper } from '../../forms/forms.paper.ts';
import type { Issue, RegulationOnPaper } from '../../forms/forms.paper.ts';
import type { Chapter } from '../chapter.ts';
import type { Cell } from '../sight.ts';

/** rule is the 預り品等管理規程 as it holds on the last day of the period, as its paper and article by article. */
export function rule(regulation: RegulationOnPaper, issue: Issue): Chapter {
  return {
    table: {
      part: 'rule',
      columns: [
        { head: '条', width: 40 },
        { head: '見出し', width: 140 },
        { head: '項', width: 40 },
        { head: '本文', width: '*' },
      ],
      rows: articles(regulation.words, issue.facility).flatMap(({ title, paragraphs }, n) =>
        paragraphs.map((text, place): Cell[] => [n + 1, title, place + 1, text]),
      ),
      lead: '',
    },
    papers: () => [{ ...regulationPaper(regulation, issue), upright: true }],
  };
}
