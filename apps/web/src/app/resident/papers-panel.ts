import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { presencesFor } from '@azukari/domain';

import type { Item } from '../ui/item-state';
import { PaperButton } from '../ui/paper-button';
import type { FormName, PaperDraft } from '../ui/paper';
import { Speech } from '../ui/speech';

interface Offered {
  readonly key: string;
  readonly form: FormName;
  readonly of: PaperDraft;
  readonly occasion?: string;
}

/** PapersPanel prints the papers about one resident. */
@Component({
  selector: 'az-papers-panel',
  imports: [PaperButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (paper of papers(); track paper.key) {
        <li>
          <az-paper-button
            [form]="paper.form"
            [of]="paper.of"
            [occasion]="paper.occasion ?? null"
            [label]="speech.say('resident.papers.' + paper.key)"
          />
          <p class="az-soft">{{ speech.say('resident.papers.about.' + paper.key) }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr));
      gap: 14px 20px;
    }
    li {
      display: grid;
      gap: 4px;
      align-content: start;
    }
    p {
      font-size: 0.889rem;
    }
  `,
})
export class PapersPanel {
  protected readonly speech = inject(Speech);
  readonly residentId = input.required<string>();
  readonly items = input.required<readonly Item[]>();

  protected readonly papers = computed((): readonly Offered[] => {
    const residentIds = [this.residentId()];
    const here = this.items().filter(({ custody }) => custody.at !== 'ended');
    const kept = here.filter(({ custody }) => custody.at !== 'ended' && custody.hold === null).map(({ id }) => id);
    const held = here.filter(({ custody }) => custody.at !== 'ended' && custody.hold !== null).map(({ id }) => id);
    const away = here.filter(({ custody }) => custody.at === 'out' && presencesFor(custody.purpose) !== null);
    const ended = this.items()
      .filter(({ custody }) => custody.at === 'ended')
      .map(({ id }) => id);
    return [
      { key: 'F1', form: 'F1' as const, of: { residentIds } },
      ...(kept.length > 0
        ? [
            { key: 'F2', form: 'F2' as const, of: { residentIds, itemIds: kept } },
            { key: 'F2-large', form: 'F2' as const, of: { residentIds, itemIds: kept, largePrint: true } },
          ]
        : []),
      ...(this.items().length > 0 ? [{ key: 'F5', form: 'F5' as const, of: { residentIds } }] : []),
      ...(away.length > 0 ? [memo(residentIds, away)] : []),
      ...(held.length > 0 ? [{ key: 'F17', form: 'F17' as const, of: { residentIds, itemIds: held } }] : []),
      ...(ended.length > 0 ? [{ key: 'F9', form: 'F9' as const, of: { residentIds, itemIds: ended } }] : []),
      { key: 'F7', form: 'F7' as const, of: { residentIds } },
      { key: 'F20', form: 'F20' as const, of: { residentIds } },
      { key: 'F10', form: 'F10' as const, of: { residentIds } },
    ];
  });
}

function memo(residentIds: readonly string[], away: readonly Item[]): Offered {
  const of = { residentIds: [...residentIds], itemIds: away.map(({ id }) => id) };
  return { key: 'F13', form: 'F13', of, occasion: JSON.stringify(away.map(({ custody }) => custody)) };
}
