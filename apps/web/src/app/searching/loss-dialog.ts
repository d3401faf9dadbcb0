import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { reportMissing } from '@azukari/contract';

import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import type { Item } from '../ui/item-state';
import { ItemTile } from '../ui/item-tile';
import { TextField } from '../ui/text-field';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { LossHelp } from './loss-help';

/** LossDialog is 紛失として報告, after a search: calm, with what to do next before the button. */
@Component({
  selector: 'az-loss-dialog',
  imports: [DialogForm, ItemTile, TextField, LossHelp],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-dialog-form
      [title]="speech.say('searching.loss.title')"
      [submit]="speech.say('searching.loss.submit')"
      [keep]="speech.say('searching.loss.keepSearching')"
      [command]="reporting"
      (send)="report()"
    >
      <p>{{ speech.say('searching.loss.lead') }}</p>
      <az-item-tile [item]="item" [owner]="true" />
      @if (item.kind === 'my-number-card') {
        <az-loss-help />
      }
      <az-text-field
        name="loss-note"
        [long]="true"
        [label]="speech.say('searching.loss.note')"
        [hint]="speech.say('searching.loss.noteHint')"
        [error]="reporting.error('note')"
        [(text)]="note"
      />
    </az-dialog-form>
  `,
})
export class LossDialog {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  protected readonly item = inject<Item>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<LossDialog, boolean>>(MatDialogRef);
  protected readonly note = signal('');
  protected readonly reporting = commandOf(reportMissing, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    this.dialog.close(true);
  });

  protected async report(): Promise<void> {
    await this.reporting.send({ itemIds: [this.item.id], note: this.note() });
  }
}
