import { afterNextRender, ChangeDetectionStrategy, Component, type ElementRef, inject, viewChild } from '@angular/core';

import { Field } from '../ui/field';
import { Speech } from '../ui/speech';

/** FactorField takes the six digits of an authenticator, or a code on paper; it has the focus as soon as it is there. */
@Component({
  selector: 'az-factor-field',
  imports: [Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-field [label]="speech.say('session.code')" for="factor-code" [hint]="speech.say('session.factorHint')">
      <input
        #code
        class="az-input"
        id="factor-code"
        name="code"
        autocomplete="one-time-code"
        autocapitalize="none"
        spellcheck="false"
        required
      />
    </az-field>
  `,
})
export class FactorField {
  protected readonly speech = inject(Speech);
  private readonly code = viewChild.required<ElementRef<HTMLInputElement>>('code');

  constructor() {
    afterNextRender(() => this.code().nativeElement.focus());
  }
}
