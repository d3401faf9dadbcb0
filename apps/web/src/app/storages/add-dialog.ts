import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';

import { DialogForm } from '../ui/dialog-form';
import { Field } from '../ui/field';
import type { FormTexts } from '../ui/form-texts';
import { Speech } from '../ui/speech';
import { nextNumber, type PlaceNode } from './place';
import { PlaceMaker, type Step } from './place-maker';

/** Adding says what is added, and where. */
export interface Adding {
  readonly kind: 'locker' | 'drawer' | 'pouch';
  readonly parent: PlaceNode | null;
}

const USUAL_POUCHES = 20;
const MOST_POUCHES = 100;

/** AddDialog adds a locker, a drawer with its pouches, or several numbered pouches to a drawer. */
@Component({
  selector: 'az-add-dialog',
  imports: [DialogForm, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-dialog-form
      [title]="speech.say('storages.add.' + adding.kind)"
      [submit]="speech.say('storages.submit')"
      [command]="making"
      (send)="add($event)"
    >
      @if (adding.parent; as parent) {
        <p class="az-soft">{{ speech.say('storages.into', { place: parent.place.path }) }}</p>
      }
      @if (adding.kind !== 'pouch') {
        <az-field
          [label]="speech.say('storages.label')"
          for="place-label"
          need="required"
          [error]="making.error('label')"
        >
          <input
            class="az-input"
            id="place-label"
            name="label"
            autocomplete="off"
            aria-describedby="place-label-error"
            [value]="usualLabel"
            [attr.aria-invalid]="making.error('label') ? true : null"
          />
        </az-field>
      }
      @if (adding.kind !== 'locker') {
        <az-field
          [label]="speech.say('storages.count')"
          for="place-count"
          [hint]="speech.say('storages.countHint')"
          [error]="making.error('pouches')"
        >
          <input
            class="az-input"
            id="place-count"
            name="count"
            type="number"
            inputmode="numeric"
            [min]="adding.kind === 'pouch' ? 1 : 0"
            max="100"
            aria-describedby="place-count-error"
            [value]="adding.kind === 'pouch' ? 1 : usualPouches"
          />
        </az-field>
        <az-field [label]="speech.say('storages.first')" for="place-first" [error]="making.error('firstNumber')">
          <input
            class="az-input"
            id="place-first"
            name="first"
            type="number"
            inputmode="numeric"
            min="1"
            max="9999"
            aria-describedby="place-first-error"
            [value]="firstNumber"
          />
        </az-field>
      }
      @if (making.locked() && making.progress().of > 1) {
        <p role="status">
          {{ speech.say('storages.progress', { made: making.progress().made, of: making.progress().of }) }}
        </p>
      }
    </az-dialog-form>
  `,
})
export class AddDialog {
  protected readonly speech = inject(Speech);
  protected readonly adding = inject<Adding>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<AddDialog, boolean>>(MatDialogRef);
  protected readonly making = new PlaceMaker(() => this.dialog.close(true));
  protected readonly usualPouches = USUAL_POUCHES;
  protected readonly firstNumber =
    this.adding.kind === 'pouch' && this.adding.parent ? nextNumber(this.adding.parent.inside) : 1;
  protected readonly usualLabel =
    this.adding.kind === 'drawer'
      ? this.speech.say('storages.nthDrawer', { n: (this.adding.parent?.inside.length ?? 0) + 1 })
      : '';

  protected async add(form: FormTexts): Promise<void> {
    await this.making.make(this.steps(form));
  }

  private steps(form: FormTexts): readonly Step[] {
    const { kind, parent } = this.adding;
    const parentId = parent?.place.id ?? null;
    const count = Math.min(MOST_POUCHES, Math.max(0, Math.trunc(Number(form.text('count')))));
    const first = Math.max(1, Math.trunc(Number(form.text('first'))) || 1);
    if (kind !== 'pouch') {
      return [
        () => ({
          kind,
          parentId,
          label: form.text('label'),
          pouches: kind === 'drawer' ? count : 0,
          firstNumber: first,
        }),
      ];
    }
    return Array.from({ length: Math.max(1, count) }, (_, n) => () => ({
      kind,
      parentId,
      label: this.speech.say('storages.nthPouch', { n: first + n }),
    }));
  }
}
