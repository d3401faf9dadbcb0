import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { closeLoss } from '@azukari/contract';
import { LOSS_ENDS, type LossEnd } from '@azukari/domain';

import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import type { Loss } from './loss-step-dialog';

/** CloseLossDialog closes a loss of which the item was not found, with a reason. */
@Component({
  selector: 'az-close-loss-dialog',
  imports: [Choices, DialogForm, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-dialog-form
      [title]="speech.say('searching.guide.close')"
      [submit]="speech.say('searching.guide.close')"
      [command]="closing"
      [ready]="end() !== null"
      (send)="close()"
    >
      <az-choices
        name="loss-end"
        group="lossEnd"
        need="required"
        [label]="speech.say('searching.guide.closeAs')"
        [options]="ends"
        [value]="end()"
        (choose)="end.set($event)"
      />
      <az-text-field
        name="loss-close-note"
        need="required"
        [long]="true"
        [label]="speech.say('searching.guide.closeNote')"
        [error]="closing.error('note')"
        [(text)]="note"
      />
    </az-dialog-form>
  `,
})
export class CloseLossDialog {
  protected readonly speech = inject(Speech);
  private readonly loss = inject<Loss>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<CloseLossDialog, boolean>>(MatDialogRef);
  protected readonly ends = LOSS_ENDS;
  protected readonly end = signal<LossEnd | null>(null);
  protected readonly note = signal('');
  protected readonly closing = commandOf(closeLoss, () => this.dialog.close(true));

  protected async close(): Promise<void> {
    const as = this.end();
    if (as !== null) await this.closing.send({ seq: this.loss.seq, as, note: this.note() });
  }
}
