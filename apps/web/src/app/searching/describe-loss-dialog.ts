import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { describeLoss } from '@azukari/contract';
import { ANSWERS, LOSS_PLACES } from '@azukari/domain';

import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import type { FormTexts } from '../ui/form-texts';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import type { Loss } from './loss-step-dialog';
import { MomentField, momentFrom } from './moment-field';

/** DescribeLossDialog asks what the guide turns on: where it was lost, and whether the resident can go to a counter. */
@Component({
  selector: 'az-describe-loss-dialog',
  imports: [Choices, DialogForm, MomentField, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-dialog-form
      [title]="speech.say('searching.guide.describe')"
      [submit]="speech.say('searching.guide.record')"
      [command]="describing"
      (send)="describe($event)"
    >
      <az-choices
        name="loss-place"
        group="lossPlace"
        [label]="speech.say('searching.guide.place')"
        [options]="places"
        [value]="place()"
        (choose)="place.set($event)"
      />
      <az-choices
        name="loss-bed"
        words="searching.guide.bed"
        [label]="speech.say('searching.guide.bedridden')"
        [options]="answers"
        [value]="bedridden()"
        (choose)="bedridden.set($event)"
      />
      <az-moment-field
        name="noticedAt"
        [label]="speech.say('searching.guide.noticedAt')"
        [begin]="loss.noticedAt"
        [error]="describing.error('noticedAt')"
      />
      <az-text-field
        name="loss-noticed-by"
        need="optional"
        [label]="speech.say('searching.guide.noticedBy')"
        [error]="describing.error('noticedBy')"
        [(text)]="noticedBy"
      />
      <az-text-field
        name="loss-circumstances"
        need="optional"
        [long]="true"
        [label]="speech.say('searching.guide.circumstances')"
        [error]="describing.error('note')"
        [(text)]="note"
      />
    </az-dialog-form>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class DescribeLossDialog {
  protected readonly speech = inject(Speech);
  protected readonly loss = inject<Loss>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<DescribeLossDialog, boolean>>(MatDialogRef);
  protected readonly places = LOSS_PLACES;
  protected readonly answers = ANSWERS;
  protected readonly place = signal(this.loss.place ?? 'unknown');
  protected readonly bedridden = signal(this.loss.bedridden ?? 'unknown');
  protected readonly noticedBy = signal(this.loss.noticedBy ?? '');
  protected readonly note = signal(this.loss.note ?? '');
  protected readonly describing = commandOf(describeLoss, () => this.dialog.close(true));

  protected async describe(form: FormTexts): Promise<void> {
    const { seq, noticedAt } = this.loss;
    await this.describing.send({
      seq,
      place: this.place(),
      bedridden: this.bedridden(),
      // What was said of the moment stays said.
      noticedAt: momentFrom(form, 'noticedAt', noticedAt) ?? noticedAt,
      noticedBy: this.noticedBy(),
      note: this.note(),
    });
  }
}
