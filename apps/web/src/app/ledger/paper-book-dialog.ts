import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { isCalendarDay } from '@azukari/domain';

import { night } from '../../i18n/ja/night';
import { bringWords } from '../ui/manners';
import { Clock } from '../ui/clock';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import type { PaperDraft } from '../ui/paper';
import { PaperButton } from '../ui/paper-button';
import { periodIssue } from '../ui/period';
import { Speech } from '../ui/speech';
import type { LedgerFilter } from './ledger-filter';
import { MOST_SHEETS, monthUntil, sheetsOf } from './paper-book';

/** PaperBookDialog prints 出し入れ記録簿: filled for a period, or blank sheets with numbers for a day without the system. */
@Component({
  selector: 'az-paper-book-dialog',
  imports: [Field, MatDialogModule, PaperButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ speech.say('ledger.paper.title') }}</h2>
    <mat-dialog-content>
      <section aria-labelledby="book-filled">
        <h3 id="book-filled">{{ speech.say('ledger.paper.filled') }}</h3>
        <div class="pair">
          <az-field [label]="speech.say('ledger.filter.from')" for="book-from" [error]="wrongDays()">
            <input
              class="az-input"
              id="book-from"
              type="date"
              aria-describedby="book-from-error"
              [attr.aria-invalid]="wrongDays() ? true : null"
              [value]="from()"
              (change)="from.set(valueOf($event))"
            />
          </az-field>
          <az-field [label]="speech.say('ledger.filter.to')" for="book-to">
            <input
              class="az-input"
              id="book-to"
              type="date"
              aria-describedby="book-from-error"
              [attr.aria-invalid]="wrongDays() ? true : null"
              [value]="to()"
              (change)="to.set(valueOf($event))"
            />
          </az-field>
        </div>
        <az-paper-button
          form="F3"
          [of]="book()"
          [blocked]="wrongDays() !== null"
          [label]="speech.say('ledger.paper.printFilled')"
        />
      </section>
      <section aria-labelledby="book-blank">
        <h3 id="book-blank">{{ speech.say('ledger.paper.blank') }}</h3>
        <az-field
          [label]="speech.say('ledger.paper.sheets')"
          for="book-sheets"
          [hint]="speech.say('ledger.paper.sheetsHint')"
          [error]="wrongSheets()"
        >
          <input
            class="az-input few"
            id="book-sheets"
            inputmode="numeric"
            autocomplete="off"
            maxlength="3"
            aria-describedby="book-sheets-error"
            [attr.aria-invalid]="wrongSheets() ? true : null"
            [value]="sheets()"
            (input)="sheets.set(valueOf($event))"
          />
        </az-field>
        <az-paper-button
          form="F3"
          [of]="blanks()"
          [blocked]="wrongSheets() !== null"
          [label]="speech.say('ledger.paper.printBlank')"
        />
      </section>
      <section aria-labelledby="book-ready">
        <h3 id="book-ready">{{ speech.say('night.ready') }}</h3>
        <p class="az-soft">{{ speech.say('night.readyHint') }}</p>
        <az-paper-button form="F22" [of]="house" [label]="speech.say('night.posters')" />
        <az-paper-button form="F23" [of]="house" [label]="speech.say('night.down')" />
      </section>
    </mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="az-button az-button--floor" mat-dialog-close>{{ speech.say('shell.close') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    section {
      display: grid;
      gap: 12px;
    }
    section + section {
      margin-top: 10px;
      padding-top: 20px;
      border-top: 1px solid var(--az-line);
    }
    .pair az-field {
      flex: 1 1 12rem;
      align-self: start;
    }
    .few {
      width: 6rem;
    }
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class PaperBookDialog {
  protected readonly speech = inject(Speech);
  private readonly filter = inject<LedgerFilter>(MAT_DIALOG_DATA);
  private readonly today = inject(Clock).today();
  protected readonly valueOf = valueOf;
  /** What hangs on a wall is about the house alone. */
  protected readonly house: PaperDraft = {};

  /** What the list is narrowed to is what is proposed. */
  protected readonly to = signal<string>(this.filter.to ?? this.today);
  protected readonly from = signal<string>(this.filter.from ?? monthUntil(this.filter.to ?? this.today).from);
  protected readonly sheets = signal('10');

  protected readonly wrongDays = computed(() => {
    const issue = periodIssue({ from: this.from(), to: this.to() });
    return issue === null ? null : this.speech.say(`ledger.paper.issue.${issue}`);
  });
  protected readonly wrongSheets = computed(() =>
    sheetsOf(this.sheets()) === null ? this.speech.say('ledger.paper.issue.sheets', { most: MOST_SHEETS }) : null,
  );
  protected readonly book = computed<PaperDraft>(() => {
    const [from, to] = [this.from(), this.to()];
    return isCalendarDay(from) && isCalendarDay(to) ? { from, to } : {};
  });
  protected readonly blanks = computed<PaperDraft>(() => ({ blankSheets: sheetsOf(this.sheets()) ?? 0 }));

  constructor() {
    bringWords({ night });
  }
}
