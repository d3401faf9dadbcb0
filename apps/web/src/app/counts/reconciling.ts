import { inject, Injectable } from '@angular/core';
import type { AnswerOf, readReconciliation, readReconciliations } from '@azukari/contract';

import { reconciling } from '../../i18n/ja/reconciling';
import { bringWords } from '../ui/manners';
import { Speech } from '../ui/speech';
import { CountingWords } from './counting';

/** MonthLine is a month that is asked for, with its 照合 if it has one. */
export type MonthLine = AnswerOf<typeof readReconciliations>['months'][number];

/** ReconciliationAnswer is one 照合; what the record has is told once all is counted. */
export type ReconciliationAnswer = AnswerOf<typeof readReconciliation>;

/** DrawerLine is a place to count for a 照合. */
export type DrawerLine = ReconciliationAnswer['drawers'][number];

/** ReconcilingWords brings the Japanese words of 毎月の照合 with its first screen. */
@Injectable({ providedIn: 'root' })
export class ReconcilingWords {
  private readonly speech = inject(Speech);
  private readonly counting = inject(CountingWords);

  constructor() {
    bringWords({ reconciling });
  }

  month(month: string): string {
    return this.speech.say('reconciling.month', { month: this.speech.month(month) });
  }

  drawer(drawer: { readonly id: string | null; readonly path: string }): string {
    return this.counting.drawer(drawer);
  }

  /** people are the lines that say who began, who counted, and who looked as well. */
  people({
    startedBy,
    startedAt,
    countedBy,
    countedAt,
    second,
    closedAt,
  }: NonNullable<MonthLine['reconciliation']>): readonly string[] {
    const line = (key: string, person: { readonly name: string } | null, at: string | null): string[] =>
      person === null || at === null
        ? []
        : [this.speech.say(`reconciling.line.${key}`, { name: person.name, time: this.speech.moment(at) })];
    return [
      ...line('started', startedBy, startedAt),
      ...line('counted', countedBy, countedAt),
      ...line('second', second, closedAt),
    ];
  }
}
