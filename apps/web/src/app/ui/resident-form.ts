import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';

import { DayField } from './day-field';
import { Field } from './field';
import { KanaFollowing } from './kana-following';
import { Speech } from './speech';
import { TextField } from './text-field';

/** ResidentDraft is what is written of a resident. Days are null while empty. */
export interface ResidentDraft {
  readonly name: string;
  readonly kana: string;
  readonly room: string;
  readonly birthDate: string | null;
  readonly admittedOn: string | null;
  readonly note: string;
}

/** NOBODY_YET is an empty form. */
export const NOBODY_YET: ResidentDraft = { name: '', kana: '', room: '', birthDate: null, admittedOn: null, note: '' };

/** ResidentForm holds the fields of a resident; the reading follows the name while it is typed. */
@Component({
  selector: 'az-resident-form',
  imports: [DayField, Field, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-field
      [label]="speech.say('resident-form.name')"
      for="name"
      need="required"
      [hint]="speech.say('resident-form.nameHint')"
      [error]="error()('name')"
    >
      <input
        #name
        class="az-input"
        id="name"
        autocomplete="off"
        aria-describedby="name-hint name-error"
        [attr.aria-invalid]="error()('name') ? true : null"
        [value]="draft().name"
        (compositionupdate)="following.hear($event.data)"
        (compositionend)="settle($event.data)"
        (input)="rename(name.value, $event)"
      />
    </az-field>
    <az-text-field
      name="kana"
      need="required"
      [label]="speech.say('resident-form.kana')"
      [hint]="speech.say('resident-form.kanaHint')"
      [error]="error()('kana')"
      [text]="draft().kana"
      (textChange)="spell($event)"
    />
    <az-field [label]="speech.say('resident-form.room')" for="room" need="optional" [error]="error()('room')">
      <input
        #room
        class="az-input short"
        id="room"
        autocomplete="off"
        aria-describedby="room-hint room-error"
        [attr.aria-invalid]="error()('room') ? true : null"
        [value]="draft().room"
        (input)="change({ room: room.value })"
      />
    </az-field>
    <az-day-field
      [label]="speech.say('resident-form.birthDate')"
      name="birthDate"
      need="optional"
      era="showa"
      [hint]="speech.say('resident-form.birthDateHint')"
      [error]="error()('birthDate')"
      [value]="draft().birthDate"
      (valueChange)="change({ birthDate: $event })"
    />
    <az-day-field
      [label]="speech.say('resident-form.admittedOn')"
      name="admittedOn"
      need="optional"
      [error]="error()('admittedOn')"
      [value]="draft().admittedOn"
      (valueChange)="change({ admittedOn: $event })"
    />
    <az-text-field
      name="note"
      need="optional"
      [label]="speech.say('resident-form.note')"
      [hint]="speech.say('resident-form.noteHint')"
      [error]="error()('note')"
      [long]="true"
      [text]="draft().note"
      (textChange)="change({ note: $event })"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: 18px;
    }
    .short {
      max-width: 12rem;
    }
  `,
})
export class ResidentForm {
  protected readonly speech = inject(Speech);
  protected readonly following = new KanaFollowing();
  readonly draft = model.required<ResidentDraft>();
  /** error finds the sentence for a field. */
  readonly error = input<(field: string) => string | null>(() => null);

  protected change(part: Partial<ResidentDraft>): void {
    this.draft.update((before) => ({ ...before, ...part }));
  }

  protected rename(name: string, event: Event): void {
    const typed = event instanceof InputEvent && !event.isComposing ? event.data : null;
    const blank = typed === ' ' || typed === '　';
    this.change({ name, ...(blank ? { kana: this.following.space(this.draft().kana) } : {}) });
  }

  protected settle(settled: string): void {
    this.change({ kana: this.following.settle(this.draft().kana, settled) });
  }

  protected spell(kana: string): void {
    this.following.leave(kana);
    this.change({ kana });
  }
}
