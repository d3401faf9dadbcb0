import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';

import { Field } from './field';
import { KanaFollowing } from './kana-following';
import { Speech } from './speech';

/** NameFields are a name and its kana in a form, as controls `name` and `kana`; the kana follows the name while it is typed. */
@Component({
  selector: 'az-name-fields',
  imports: [Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-field [label]="speech.word('field', 'name')" for="person-name" need="required" [error]="nameError()">
      <input
        #box
        class="az-input"
        id="person-name"
        name="name"
        autocomplete="off"
        aria-describedby="person-name-error"
        [attr.aria-invalid]="nameError() ? true : null"
        [value]="name()"
        (compositionupdate)="following.hear($event.data)"
        (compositionend)="reading.value = following.settle(reading.value, $event.data)"
        (input)="space($event, reading)"
      />
    </az-field>
    <az-field [label]="speech.word('field', 'kana')" for="person-kana" need="required" [error]="kanaError()">
      <input
        #reading
        class="az-input"
        id="person-kana"
        name="kana"
        autocomplete="off"
        aria-describedby="person-kana-error"
        [attr.aria-invalid]="kanaError() ? true : null"
        [value]="kana()"
        (input)="following.leave(reading.value)"
      />
    </az-field>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
      align-items: start;
      gap: 12px 20px;
    }
  `,
})
export class NameFields {
  protected readonly speech = inject(Speech);
  protected readonly following = new KanaFollowing();
  readonly name = input('');
  readonly kana = input('');
  readonly nameError = input<string | null>(null);
  readonly kanaError = input<string | null>(null);

  /** A blank between family and given name is one between their readings too. */
  protected space(event: Event, reading: HTMLInputElement): void {
    const typed = event instanceof InputEvent && !event.isComposing ? event.data : null;
    if (typed === ' ' || typed === '　') reading.value = this.following.space(reading.value);
  }
}
