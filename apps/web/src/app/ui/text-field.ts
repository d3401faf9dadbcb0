import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';

import { Field } from './field';
import { valueOf } from './form-texts';

/** TextField is a Field for words: one line, or with `long` a few sentences. */
@Component({
  selector: 'az-text-field',
  imports: [Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-field [label]="label()" [for]="name()" [need]="need()" [hint]="hint()" [error]="error()">
      @if (long()) {
        <textarea
          class="az-input"
          [id]="name()"
          [attr.aria-describedby]="name() + '-hint ' + name() + '-error'"
          [attr.aria-invalid]="error() ? true : null"
          [value]="text()"
          (input)="text.set(valueOf($event))"
        ></textarea>
      } @else {
        <input
          class="az-input"
          autocomplete="off"
          [type]="type()"
          [id]="name()"
          [attr.aria-describedby]="name() + '-hint ' + name() + '-error'"
          [attr.aria-invalid]="error() ? true : null"
          [value]="text()"
          (input)="text.set(valueOf($event))"
        />
      }
    </az-field>
  `,
})
export class TextField {
  readonly label = input.required<string>();
  /** name is the id of the control on its page. */
  readonly name = input.required<string>();
  readonly need = input<'required' | 'optional' | 'none'>('none');
  readonly hint = input<string>();
  readonly error = input<string | null>();
  readonly long = input(false);
  readonly type = input('text');
  readonly text = model.required<string>();
  protected readonly valueOf = valueOf;
}
