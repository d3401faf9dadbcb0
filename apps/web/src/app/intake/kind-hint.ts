import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { ItemKind } from '@azukari/domain';

import { Banner } from '../ui/banner';
import { KindShapeDrawing } from '../ui/kind-shape';
import { Speech } from '../ui/speech';

/** CONFUSED are kinds that are taken for each other every day. */
const CONFUSED: readonly (readonly ItemKind[])[] = [
  ['eligibility-certificate', 'eligibility-notice'],
  ['care-insurance-card', 'care-copay-certificate', 'care-limit-certificate'],
];
const WARNED: readonly ItemKind[] = ['my-number-card', 'residence-card', 'legacy-insurance-card', 'sealed-envelope'];

/** KindHint shows what is easily mistaken side by side with how to tell it, and what to know of a kind before it is kept. */
@Component({
  selector: 'az-kind-hint',
  imports: [Banner, KindShapeDrawing],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (others(); as kinds) {
      <fieldset>
        <legend>{{ speech.say('intake.confused') }}</legend>
        <div class="side">
          @for (one of kinds; track one) {
            <label [class.on]="one === kind()">
              <input type="radio" name="which" [checked]="one === kind()" (change)="choose.emit(one)" />
              <az-kind-shape [kind]="one" />
              <strong>{{ speech.word('kind', one) }}</strong>
              <span class="tell">{{ speech.say('intake.tell.' + one) }}</span>
            </label>
          }
        </div>
      </fieldset>
    }
    @if (warned()) {
      <az-banner
        [tone]="kind() === 'residence-card' || kind() === 'legacy-insurance-card' ? 'refused' : 'info'"
        [title]="speech.say('intake.warn.' + kind() + '.title')"
        [body]="speech.say('intake.warn.' + kind() + '.body')"
      />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      margin-bottom: 8px;
      font-weight: 700;
    }
    .side {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: 8px;
    }
    label {
      position: relative;
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      gap: 4px 14px;
      padding: 12px 14px;
      border: 1.5px dashed var(--az-line-strong);
      border-radius: var(--az-radius);
      background: var(--az-surface);
      cursor: pointer;
    }
    label.on {
      border: 1.5px solid var(--az-primary);
      background: var(--az-primary-soft);
      color: var(--az-on-primary-soft);
      box-shadow: inset 0 0 0 1.5px var(--az-primary);
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--az-focus-inner);
      outline-offset: 3px;
      box-shadow: 0 0 0 3px var(--az-focus-outer);
    }
    input {
      position: absolute;
      inset: 0;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    .tell {
      grid-column: 1 / -1;
      line-height: 1.5;
    }
  `,
})
export class KindHint {
  protected readonly speech = inject(Speech);
  readonly kind = input.required<ItemKind>();
  readonly choose = output<ItemKind>();

  protected readonly others = computed(() => CONFUSED.find((kinds) => kinds.includes(this.kind())) ?? null);
  protected readonly warned = computed(() => WARNED.includes(this.kind()));
}
