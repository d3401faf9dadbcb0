import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { cancelEntry } from '@azukari/contract';
import { CANCEL_REASONS } from '@azukari/domain';

import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { TextField } from '../ui/text-field';
import { Receipts } from '../ui/receipts';
import type { Entry } from '../ui/record/entry';
import { Speech } from '../ui/speech';

/** CancelDialog takes back the newest entry of an item, with a reason. The entry stays readable. */
@Component({
  selector: 'az-cancel-dialog',
  imports: [Choices, DialogForm, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-dialog-form
      [title]="speech.say('ledger.cancel.title')"
      [submit]="speech.say('ledger.cancel.submit')"
      [danger]="true"
      [command]="cancelling"
      (send)="cancel()"
    >
      <p>{{ speech.say('ledger.cancel.lead') }}</p>
      <az-choices
        name="reason"
        [label]="speech.say('ledger.cancel.reason')"
        [options]="reasons"
        group="cancelReason"
        [value]="reason()"
        (choose)="reason.set($event)"
      />
      <az-text-field
        name="explanation"
        [long]="true"
        need="required"
        [label]="speech.say('ledger.cancel.explanation')"
        [error]="cancelling.error('explanation')"
        [(text)]="explanation"
      />
    </az-dialog-form>
  `,
})
export class CancelDialog {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  private readonly entry = inject<Entry>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<CancelDialog, boolean>>(MatDialogRef);
  protected readonly reasons = CANCEL_REASONS;
  protected readonly reason = signal<(typeof CANCEL_REASONS)[number]>(CANCEL_REASONS[0]);
  protected readonly explanation = signal('');
  protected readonly cancelling = commandOf(cancelEntry, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    this.dialog.close(true);
  });

  protected async cancel(): Promise<void> {
    const order = { seq: this.entry.seq, reason: this.reason(), explanation: this.explanation() };
    await this.cancelling.send(order);
  }
}
