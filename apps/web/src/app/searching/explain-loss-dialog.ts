import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { explainLoss } from '@azukari/contract';

import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import type { Loss } from './loss-step-dialog';

/** ExplainLossDialog keeps why it came to a loss, and what is done so that it does not happen again. Nobody is blamed. */
@Component({
  selector: 'az-explain-loss-dialog',
  imports: [DialogForm, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-dialog-form
      [title]="speech.say('searching.guide.explain')"
      [submit]="speech.say('searching.guide.record')"
      [command]="explaining"
      (send)="explain()"
    >
      <az-text-field
        name="loss-cause"
        need="required"
        [long]="true"
        [label]="speech.say('searching.guide.cause')"
        [error]="explaining.error('cause')"
        [(text)]="cause"
      />
      <az-text-field
        name="loss-prevention"
        need="optional"
        [long]="true"
        [label]="speech.say('searching.guide.prevention')"
        [error]="explaining.error('prevention')"
        [(text)]="prevention"
      />
    </az-dialog-form>
  `,
})
export class ExplainLossDialog {
  protected readonly speech = inject(Speech);
  private readonly loss = inject<Loss>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<ExplainLossDialog, boolean>>(MatDialogRef);
  protected readonly cause = signal(this.loss.explained?.cause ?? '');
  protected readonly prevention = signal(this.loss.explained?.prevention ?? '');
  protected readonly explaining = commandOf(explainLoss, () => this.dialog.close(true));

  protected async explain(): Promise<void> {
    await this.explaining.send({ seq: this.loss.seq, cause: this.cause(), prevention: this.prevention() });
  }
}
