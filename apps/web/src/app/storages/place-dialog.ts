import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { changeStorage, retireStorage } from '@azukari/contract';

import { commandOf } from '../ui/command';
import { Field } from '../ui/field';
import { formTexts } from '../ui/form-texts';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import type { Place } from './place';

/** PlaceDialog renames a place, or takes it out of use once nothing lies or belongs there. */
@Component({
  selector: 'az-place-dialog',
  imports: [Field, MatDialogModule, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ place.path }}</h2>
    <form novalidate (submit)="rename($event)">
      <mat-dialog-content class="az-stack">
        <p class="az-soft">{{ speech.say('storages.items', { count: place.items }) }}</p>
        @if (place.retired) {
          <p>{{ speech.say('storages.isRetired') }}</p>
        } @else if (retiringAsked()) {
          <p>{{ speech.say('storages.retire.lead') }}</p>
        } @else {
          <az-field
            [label]="speech.say('storages.label')"
            for="place-name"
            need="required"
            [hint]="speech.say('storages.renameHint')"
            [error]="renaming.error('label')"
          >
            <input
              class="az-input"
              id="place-name"
              name="label"
              autocomplete="off"
              aria-describedby="place-name-error"
              [value]="place.label"
              [attr.aria-invalid]="renaming.error('label') ? true : null"
            />
          </az-field>
        }
        <az-outcome [of]="sending().ended()" (again)="sending().again()" />
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="az-button" mat-dialog-close>{{ speech.say('shell.close') }}</button>
        @if (!place.retired) {
          @if (retiringAsked()) {
            <button
              type="button"
              class="az-button az-button--danger"
              [disabled]="sending().locked()"
              (click)="retire()"
            >
              {{ speech.say('storages.retire.submit') }}
            </button>
          } @else {
            <button type="button" class="az-button" (click)="retiringAsked.set(true)">
              {{ speech.say('storages.retire.ask') }}
            </button>
            <button type="submit" class="az-button az-button--primary" [disabled]="sending().locked()">
              {{ speech.say('shell.save') }}
            </button>
          }
        }
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class PlaceDialog {
  protected readonly speech = inject(Speech);
  protected readonly place = inject<Place>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<PlaceDialog, boolean>>(MatDialogRef);
  protected readonly renaming = commandOf(changeStorage, () => this.dialog.close(true));
  protected readonly retiring = commandOf(retireStorage, () => this.dialog.close(true));
  protected readonly retiringAsked = signal(false);
  protected readonly sending = computed(() => (this.retiringAsked() ? this.retiring : this.renaming));
  private readonly where = { path: { id: this.place.id } };

  protected async rename(event: Event): Promise<void> {
    const label = formTexts(event).text('label');
    if (this.place.retired || this.retiringAsked()) return;
    await this.renaming.send({ version: this.place.version, label }, this.where);
  }

  protected async retire(): Promise<void> {
    await this.retiring.send({ version: this.place.version }, this.where);
  }
}
