import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { reviewEmergency } from '@azukari/contract';

import { Field } from '../ui/field';
import { formTexts } from '../ui/form-texts';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { formCommandOf } from '../ui/form-command';
import { Speech } from '../ui/speech';
import type { Entry } from '../ui/record/entry';

const OUTCOMES = ['in-order', 'to-follow-up'] as const;

/** ReviewDialog is 救急の確認: somebody looked at it afterwards, and how it stands. */
@Component({
  selector: 'az-review-dialog',
  imports: [Field, MatDialogModule, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ speech.say('ledger.review.title') }}</h2>
    <form (submit)="review($event)">
      <mat-dialog-content class="az-stack">
        <p>{{ speech.say('ledger.review.lead') }}</p>
        <fieldset>
          <legend>{{ speech.say('ledger.review.outcome') }}</legend>
          @for (outcome of outcomes; track outcome) {
            <label class="az-choice">
              <input type="radio" name="outcome" [value]="outcome" [checked]="outcome === outcomes[0]" /><span>{{
                speech.say('ledger.review.' + outcome)
              }}</span>
            </label>
          }
        </fieldset>
        <az-field [label]="speech.say('ledger.review.note')" for="note" need="optional" [error]="sending.issue('note')">
          <textarea
            class="az-input"
            id="note"
            name="note"
            aria-describedby="note-error"
            [attr.aria-invalid]="sending.issue('note') ? true : null"
          ></textarea>
        </az-field>
        <az-outcome [of]="sending.ended()" (again)="reviewAgain()" />
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="az-button" mat-dialog-close>{{ speech.say('shell.cancel') }}</button>
        <button type="submit" class="az-button az-button--primary" [disabled]="sending.locked()">
          {{ speech.say('ledger.review.submit') }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class ReviewDialog {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  private readonly entry = inject<Entry>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<ReviewDialog, boolean>>(MatDialogRef);
  protected readonly outcomes = OUTCOMES;
  protected readonly sending = formCommandOf(reviewEmergency);

  protected async review(event: Event): Promise<void> {
    const form = formTexts(event);
    const outcome = OUTCOMES.find((code) => code === form.text('outcome')) ?? 'to-follow-up';
    await this.finish(this.sending.send({ seq: this.entry.seq, outcome, note: form.text('note') }));
  }

  protected async reviewAgain(): Promise<void> {
    await this.finish(this.sending.again());
  }

  private async finish(sent: ReturnType<typeof this.sending.again>): Promise<void> {
    const answer = await sent;
    if (answer === null) return;
    this.receipts.show('recorded', answer.receipt);
    this.dialog.close(true);
  }
}
