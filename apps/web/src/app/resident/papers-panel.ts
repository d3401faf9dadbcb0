import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { presencesFor, visitFor } from '@azukari/domain';

import type { Item } from '../ui/item-state';
import { PaperButton } from '../ui/paper-button';
import type { FormName, PaperDraft } from '../ui/paper';
import { isPassedOn, isStay } from '../ui/out-groups';
import { presenceWords } from '../ui/presence-words';
import { Speech } from '../ui/speech';

interface Offered {
  readonly key: string;
  readonly form: FormName;
  readonly of: PaperDraft;
  readonly occasion?: string;
  /** How the resident takes part, by its key among the words, where the record leaves that open. */
  readonly presence?: string;
}

/** PapersPanel prints the papers about one resident. */
@Component({
  selector: 'az-papers-panel',
  imports: [PaperButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (paper of papers(); track paper.key + (paper.presence ?? '')) {
        <li>
          <az-paper-button
            [form]="paper.form"
            [of]="paper.of"
            [occasion]="paper.occasion ?? null"
            [label]="labelOf(paper)"
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

  protected labelOf({ key, presence }: Offered): string {
    const name = this.speech.say(`resident.papers.${key}`);
    return presence === undefined
      ? name
      : this.speech.say('resident.papers.going', { name, how: this.speech.say(presence) });
  }

  protected readonly papers = computed((): readonly Offered[] => {
    const residentIds = [this.residentId()];
    const here = this.items().filter(({ custody }) => custody.at !== 'ended');
    const kept = here.filter(({ custody }) => custody.at !== 'ended' && custody.hold === null).map(({ id }) => id);
    const held = here.filter(({ custody }) => custody.at !== 'ended' && custody.hold !== null).map(({ id }) => id);
    const away = here.filter(({ custody }) => custody.at === 'out' && presencesFor(custody.purpose) !== null);
    const stays = here.filter(({ custody }) => isStay(custody)).map(({ id }) => id);
    const passed = here.filter(({ custody }) => isPassedOn(custody)).map(({ id }) => id);
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
      ...memos(residentIds, away),
      ...(stays.length > 0 ? [{ key: 'F18', form: 'F18' as const, of: { residentIds, itemIds: stays } }] : []),
      ...(passed.length > 0 ? [{ key: 'F19', form: 'F19' as const, of: { residentIds, itemIds: passed } }] : []),
      ...(held.length > 0 ? [{ key: 'F17', form: 'F17' as const, of: { residentIds, itemIds: held } }] : []),
      ...(ended.length > 0 ? [{ key: 'F9', form: 'F9' as const, of: { residentIds, itemIds: ended } }] : []),
      { key: 'F7', form: 'F7' as const, of: { residentIds } },
      { key: 'F20', form: 'F20' as const, of: { residentIds } },
      { key: 'F10', form: 'F10' as const, of: { residentIds } },
    ];
  });
}

/** Whether she went along stands in no entry; a sheet that is printed later asks for it where both are possible. */
function memos(residentIds: readonly string[], away: readonly Item[]): readonly Offered[] {
  const custody = away.map((item) => item.custody).find(({ at }) => at === 'out');
  if (custody?.at !== 'out') return [];
  const { purpose, destination, dueBackAt, holder } = custody;
  const of = { residentIds: [...residentIds], itemIds: away.map(({ id }) => id) };
  const outing = { destination, dueBackAt, holder: holder.name };
  return (presencesFor(purpose)?.presences ?? []).flatMap((presence, _, { length }) => {
    const visit = visitFor(purpose, presence);
    if (visit === null) return [];
    const said = { setting: visit.setting, goesAlong: visit.residentGoesAlong, ...outing };
    const occasion = JSON.stringify([said, away.map((item) => item.custody)]);
    const open = length > 1 && { presence: `${presenceWords(purpose)}.${presence}` };
    return { key: 'F13', form: 'F13' as const, of: { ...of, visit: said }, occasion, ...open };
  });
}
