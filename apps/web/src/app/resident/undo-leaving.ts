import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { type AnswerOf, type readResident, undoLeaving } from '@azukari/contract';
import { UNDO_REASONS } from '@azukari/domain';

import { BoxedForm } from '../ui/boxed-form';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';

/** UndoLeaving takes a leaving back that was noted by mistake, with a reason. */
@Component({
  selector: 'az-undo-leaving',
  imports: [BoxedForm, Choices, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-boxed-form
      [command]="undoing"
      [submit]="speech.say('leaving.undo.submit')"
      (send)="undo()"
      (cancelled)="cancelled.emit()"
      (anew)="undone.emit()"
    >
      <h2>{{ speech.say('leaving.undo.open') }}</h2>
      <p>{{ speech.say('leaving.undo.lead') }}</p>
      <az-choices
        name="why"
        group="cancelReason"
        [label]="speech.say('leaving.undo.why')"
        [options]="reasons"
        [value]="why()"
        (choose)="why.set($event)"
      />
      <az-text-field
        name="explanation"
        need="required"
        [long]="true"
        [label]="speech.say('leaving.undo.explanation')"
        [error]="undoing.error('explanation')"
        [(text)]="explanation"
      />
    </az-boxed-form>
  `,
})
export class UndoLeaving {
  protected readonly speech = inject(Speech);
  readonly resident = input.required<AnswerOf<typeof readResident>>();
  readonly undone = output();
  readonly cancelled = output();

  protected readonly reasons = UNDO_REASONS;
  protected readonly why = signal<(typeof UNDO_REASONS)[number]>('wrong-resident');
  protected readonly explanation = signal('');
  protected readonly undoing = commandOf(undoLeaving, () => this.undone.emit());

  protected async undo(): Promise<void> {
    const { id, version } = this.resident();
    await this.undoing.send({ version, why: this.why(), explanation: this.explanation() }, { path: { id } });
  }
}
