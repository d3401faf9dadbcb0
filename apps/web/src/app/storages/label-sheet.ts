import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { LABEL_SHEETS } from '@azukari/contract';

import { labels } from '../../i18n/ja/labels';
import { bringWords } from '../ui/manners';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import type { PaperDraft } from '../ui/paper';
import { PaperButton } from '../ui/paper-button';
import { Speech } from '../ui/speech';

type Sheet = (typeof LABEL_SHEETS)[number];

/** LabelSheet prints ポーチラベル (F21) on the sheet of labels that is at hand, from the first label that is free. */
@Component({
  selector: 'az-label-sheet',
  imports: [Field, PaperButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="az-card az-stack az-no-print" aria-labelledby="labels-heading">
      <h2 id="labels-heading">{{ speech.say('labels.title') }}</h2>
      <p class="az-soft">{{ speech.say('labels.lead') }}</p>
      <div class="az-row">
        <az-field [label]="speech.say('labels.sheet')" for="label-sheet">
          <select class="az-input" id="label-sheet" (change)="choose(valueOf($event))">
            @for (one of sheets; track one) {
              <option [value]="one" [selected]="one === sheet()">
                {{ speech.say('labels.sheets.' + one) }}
              </option>
            }
          </select>
        </az-field>
        <az-field [label]="speech.say('labels.from')" for="label-from" [error]="wrong()">
          <input
            class="az-input few"
            id="label-from"
            inputmode="numeric"
            autocomplete="off"
            maxlength="2"
            aria-describedby="label-from-error"
            [attr.aria-invalid]="wrong() ? true : null"
            [value]="from()"
            (input)="from.set(valueOf($event))"
          />
        </az-field>
      </div>
      <label class="az-choice">
        <input type="checkbox" [checked]="names()" (change)="names.set(!names())" /><span>{{
          speech.say('labels.names')
        }}</span>
      </label>
      <az-paper-button form="F21" [of]="paper()" [blocked]="wrong() !== null" [label]="speech.say('labels.print')" />
    </section>
  `,
  styles: `
    .few {
      width: 6rem;
    }
  `,
})
export class LabelSheet {
  protected readonly speech = inject(Speech);
  protected readonly valueOf = valueOf;
  protected readonly sheets = LABEL_SHEETS;

  protected readonly sheet = signal<Sheet>('3x8');
  protected readonly from = signal('1');
  /** A name on a pouch is seen by whoever opens the locker: it is asked for. */
  protected readonly names = signal(false);

  protected readonly wrong = computed(() =>
    this.first() === null ? this.speech.say('labels.wrong', { most: this.most() }) : null,
  );
  protected readonly paper = computed<PaperDraft>(() => ({
    labels: { sheet: this.sheet(), from: this.first() ?? 1, names: this.names(), storageIds: [] },
  }));

  constructor() {
    bringWords({ labels });
  }

  protected choose(value: string): void {
    this.sheet.set(LABEL_SHEETS.find((one) => one === value) ?? this.sheet());
  }

  private most(): number {
    const [columns = 1, rows = 1] = this.sheet().split('x').map(Number);
    return columns * rows;
  }

  private first(): number | null {
    const typed = this.from().normalize('NFKC').trim();
    const first = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
    return first >= 1 && first <= this.most() ? first : null;
  }
}
