import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { cancelEntry } from '@azukari/contract';
import { CANCEL_REASONS } from '@azukari/domain';

import { Field } from '../ui/field';
import { formTexts } from '../ui/form-texts';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { formCommandOf } from '../ui/form-command';
import { Speech } from '../ui/speech';
import type { Entry } from '../ui/record/entry';

/** CancelDialog takes back the newest entry of an item, with a reason. The entry stays readable. */
@Component({
  selector: 'az-cancel-dialog',
  imports: [Field, MatDialogModule, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ speech.say('ledger.cancel.title') }}</h2>
    <form (submit)="cancel($event)">
      <mat-dialog-content class="az-stack">
        <p>{{ speech.say('ledger.cancel.lead') }}</p>
        <fieldset>
          <legend>{{ speech.say('ledger.cancel.reason') }}</legend>
          @for (reason of reasons; track reason) {
            <label class="az-choice">
              <input type="radio" name="reason" [value]="reason" [checked]="reason === reasons[0]" /><span>{{
                speech.word('cancelReason', reason)
              }}</span>
            </label>
          }
        </fieldset>
        <az-field
          [label]="speech.say('ledger.cancel.explanation')"
          for="explanation"
          need="required"
          [error]="sending.issue('explanation')"
        >
          <textarea
            class="az-input"
            id="explanation"
            name="explanation"
            aria-describedby="explanation-error"
            [attr.aria-invalid]="sending.issue('explanation') ? true : null"
          ></textarea>
        </az-field>
        <az-outcome [of]="sending.ended()" (again)="cancelAgain()" />
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="az-button" mat-dialog-close>{{ speech.say('shell.cancel') }}</button>
        <button type="submit" class="az-button az-button--danger" [disabled]="sending.locked()">
          {{ speech.say('ledger.cancel.submit') }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class CancelDialog {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  private readonly entry = inject<Entry>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<CancelDialog, boolean>>(MatDialogRef);
  protected readonly reasons = CANCEL_REASONS;
  protected readonly sending = formCommandOf(cancelEntry);

  protected async cancel(event: Event): Promise<void> {
    const form = formTexts(event);
    const reason = CANCEL_REASONS.find((code) => code === form.text('reason')) ?? 'other';
    await this.finish(this.sending.send({ seq: this.entry.seq, reason, explanation: form.text('explanation') }));
  }

  protected async cancelAgain(): Promise<void> {
    await this.finish(this.sending.again());
  }

  private async finish(sent: ReturnType<typeof this.sending.again>): Promise<void> {
    const answer = await sent;
    if (answer === null) return;
    this.receipts.show('recorded', answer.receipt);
    this.dialog.close(true);
  }
}
