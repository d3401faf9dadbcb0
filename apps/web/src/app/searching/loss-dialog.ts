import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { reportMissing } from '@azukari/contract';

import { Field } from '../ui/field';
import { formCommandOf } from '../ui/form-command';
import { formTexts } from '../ui/form-texts';
import type { Item } from '../ui/item-state';
import { ItemTile } from '../ui/item-tile';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { LossHelp } from './loss-help';

/** LossDialog is 紛失として報告, after a search: calm, with what to do next before the button. */
@Component({
  selector: 'az-loss-dialog',
  imports: [Field, ItemTile, LossHelp, MatDialogModule, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ speech.say('searching.loss.title') }}</h2>
    <form (submit)="report($event)">
      <mat-dialog-content class="az-stack">
        <p>{{ speech.say('searching.loss.lead') }}</p>
        <az-item-tile [item]="item" [owner]="true" />
        @if (item.kind === 'my-number-card') {
          <az-loss-help />
        }
        <az-field
          [label]="speech.say('searching.loss.note')"
          for="loss-note"
          need="optional"
          [hint]="speech.say('searching.loss.noteHint')"
          [error]="sending.issue('note')"
        >
          <textarea
            class="az-input"
            id="loss-note"
            name="note"
            aria-describedby="loss-note-error"
            [attr.aria-invalid]="sending.issue('note') ? true : null"
          ></textarea>
        </az-field>
        <az-outcome [of]="sending.ended()" (again)="reportAgain()" />
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="az-button" mat-dialog-close>
          {{ speech.say('searching.loss.keepSearching') }}
        </button>
        <button type="submit" class="az-button az-button--primary" [disabled]="sending.locked()">
          {{ speech.say('searching.loss.submit') }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class LossDialog {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  protected readonly item = inject<Item>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<LossDialog, boolean>>(MatDialogRef);
  protected readonly sending = formCommandOf(reportMissing);

  protected async report(event: Event): Promise<void> {
    await this.finish(this.sending.send({ itemIds: [this.item.id], note: formTexts(event).text('note') }));
  }

  protected async reportAgain(): Promise<void> {
    await this.finish(this.sending.again());
  }

  private async finish(sent: ReturnType<typeof this.sending.again>): Promise<void> {
    const answer = await sent;
    if (answer === null) return;
    this.receipts.show('recorded', answer.receipt);
    this.dialog.close(true);
  }
}
