import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { reviewEmergency } from '@azukari/contract';

import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { TextField } from '../ui/text-field';
import { Receipts } from '../ui/receipts';
import type { Entry } from '../ui/record/entry';
import { Speech } from '../ui/speech';

const OUTCOMES = ['in-order', 'to-follow-up'] as const;

/** ReviewDialog is 救急の確認: somebody looked at it afterwards, and how it stands. */
@Component({
  selector: 'az-review-dialog',
  imports: [Choices, DialogForm, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-dialog-form
      [title]="speech.say('ledger.review.title')"
      [submit]="speech.say('ledger.review.submit')"
      [command]="reviewing"
      (send)="review()"
    >
      <p>{{ speech.say('ledger.review.lead') }}</p>
      <az-choices
        name="outcome"
        [label]="speech.say('ledger.review.outcome')"
        [options]="outcomes"
        words="ledger.review"
        [value]="outcome()"
        (choose)="outcome.set($event)"
      />
      <az-text-field
        name="note"
        [long]="true"
        [label]="speech.say('ledger.review.note')"
        [error]="reviewing.error('note')"
        [(text)]="note"
      />
    </az-dialog-form>
  `,
})
export class ReviewDialog {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  private readonly entry = inject<Entry>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<ReviewDialog, boolean>>(MatDialogRef);
  protected readonly outcomes = OUTCOMES;
  protected readonly outcome = signal<(typeof OUTCOMES)[number]>(OUTCOMES[0]);
  protected readonly note = signal('');
  protected readonly reviewing = commandOf(reviewEmergency, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    this.dialog.close(true);
  });

  protected async review(): Promise<void> {
    await this.reviewing.send({ seq: this.entry.seq, outcome: this.outcome(), note: this.note() });
  }
}
