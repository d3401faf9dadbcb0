import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatDialogModule } from '@angular/material/dialog';

import type { Sent } from './api';
import { type FormTexts, formTexts } from './form-texts';
import { Outcome } from './outcome';
import { Speech } from './speech';

/** Underway is what a dialog shows of the command it sends. */
export interface Underway {
  ended(): Sent<unknown> | null;
  locked(): boolean;
  again(): Promise<unknown>;
}

/** DialogForm is what stands around the fields of a dialog: its title, how the command ended, and the two buttons. */
@Component({
  selector: 'az-dialog-form',
  imports: [MatDialogModule, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ title() }}</h2>
    <form novalidate (submit)="send.emit(textsOf($event))">
      <mat-dialog-content>
        <ng-content />
        <az-outcome [of]="command().ended()" (again)="command().again()" />
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="az-button" mat-dialog-close>{{ keep() ?? speech.say('shell.cancel') }}</button>
        <button
          type="submit"
          class="az-button"
          [class.az-button--primary]="!danger()"
          [class.az-button--danger]="danger()"
          [disabled]="!ready() || command().locked()"
        >
          {{ submit() }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: './dialog-form.scss',
  styles: ':host { display: contents; }',
})
export class DialogForm {
  protected readonly speech = inject(Speech);
  readonly title = input.required<string>();
  readonly submit = input.required<string>();
  readonly command = input.required<Underway>();
  /** keep is the word on the button that changes nothing. */
  readonly keep = input<string>();
  readonly danger = input(false);
  readonly ready = input(true);
  readonly send = output<FormTexts>();
  protected readonly textsOf = formTexts;
}
