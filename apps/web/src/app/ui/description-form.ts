import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  model,
} from '@angular/core';
import { AUTH_MODES, type AuthMode, INSURER_TYPES, type InsurerType, type ItemKind } from '@azukari/domain';

import { Choices } from './choices';
import { Clock } from './clock';
import { DayField } from './day-field';
import { type Dates, doubtsOf } from './doubtful-dates';
import { goToFirstError } from './first-error';
import { Icon } from './icon';
import { Speech } from './speech';

/** WITHOUT_DATE are kinds on which nothing is printed that ends. */
const WITHOUT_DATE: readonly ItemKind[] = ['sealed-envelope', 'patient-card', 'medication-notebook'];
const WITH_INSURER: readonly ItemKind[] = ['eligibility-certificate', 'eligibility-notice', 'legacy-insurance-card'];

/** DescriptionDraft is what is read off an item; a date is null while nobody knows it. */
export interface DescriptionDraft {
  readonly printedExpiresOn: string | null;
  /** Somebody looked, and no date is printed. */
  readonly noDatePrinted: boolean;
  readonly certificateExpiresOn: string | null;
  readonly insurerType: InsurerType | null;
  readonly authMode: AuthMode | null;
}

/** NOTHING_KNOWN is an item before anybody has read it. */
export const NOTHING_KNOWN: DescriptionDraft = {
  printedExpiresOn: null,
  noDatePrinted: false,
  certificateExpiresOn: null,
  insurerType: null,
  authMode: null,
};

/** DescriptionForm asks what is printed on an item. There is no field for a PIN or a number, and there will be none. */
@Component({
  selector: 'az-description-form',
  imports: [Choices, DayField, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (dated()) {
      <div class="date">
        <az-day-field
          [label]="speech.say('description.printed')"
          [name]="name() + '-printed'"
          [hint]="speech.say('description.printedHint')"
          [error]="error()('printedExpiresOn')"
          [disabled]="undated()"
          [value]="known().printedExpiresOn"
          (valueChange)="change({ printedExpiresOn: $event })"
        />
        <label class="unknown">
          <input type="checkbox" [checked]="unknown()" (change)="toggleUnknown()" />
          <span>{{ speech.say('description.unknown') }}</span>
        </label>
        <label class="unknown">
          <input type="checkbox" [checked]="known().noDatePrinted" (change)="toggleNone()" />
          <span>{{ speech.say('description.none') }}</span>
        </label>
        @if (known().noDatePrinted) {
          <p class="az-soft">{{ speech.say('description.noneBody') }}</p>
        }
        @if (unknown()) {
          <p class="az-soft">{{ speech.say('description.unknownBody') }}</p>
        }
      </div>
    }
    @if (kind() === 'my-number-card') {
      <az-day-field
        [label]="speech.say('description.certificate')"
        [name]="name() + '-certificate'"
        need="optional"
        [hint]="speech.say('description.certificateHint')"
        [error]="error()('certificateExpiresOn')"
        [value]="known().certificateExpiresOn"
        (valueChange)="change({ certificateExpiresOn: $event })"
      />
      <az-choices
        [label]="speech.say('description.authMode')"
        [name]="name() + '-auth'"
        [hint]="speech.say('description.authModeHint')"
        group="authMode"
        [options]="authModes"
        [value]="known().authMode"
        (choose)="change({ authMode: $event })"
      />
    }
    @if (doubts().length > 0) {
      <div class="doubt" role="status">
        @for (doubt of doubts(); track doubt.day) {
          <p><az-icon name="warning" />{{ said(doubt) }}</p>
        }
        <label class="unknown">
          <input
            type="checkbox"
            [checked]="sure() === 'sure'"
            [attr.aria-invalid]="sure() === 'asked' ? true : null"
            (change)="toggleSure()"
          />
          <span>{{ speech.say('description.sure') }}</span>
        </label>
        @if (sure() === 'asked') {
          <p class="must">{{ speech.say('description.beSure') }}</p>
        }
      </div>
    }
    @if (insured()) {
      <az-choices
        [label]="speech.say('description.insurer')"
        [name]="name() + '-insurer'"
        need="optional"
        group="insurer"
        [options]="insurers"
        [value]="known().insurerType"
        (choose)="change({ insurerType: $event })"
      />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    .date {
      display: grid;
      gap: 6px;
    }
    .doubt {
      display: grid;
      gap: 6px;
      padding: 12px 14px;
      border-inline-start: 6px solid var(--az-amber);
      background: var(--az-amber-soft);
    }
    .doubt p {
      display: flex;
      gap: 8px;
    }
    .must {
      color: var(--az-red);
      font-weight: 700;
    }
    .unknown {
      display: inline-flex;
      align-items: center;
      gap: 10px;
      min-height: var(--az-target);
      cursor: pointer;
    }
    .unknown input {
      width: 26px;
      height: 26px;
      margin: 0;
      accent-color: var(--az-primary);
    }
  `,
})
export class DescriptionForm {
  protected readonly speech = inject(Speech);
  protected readonly authModes = AUTH_MODES;
  protected readonly insurers = INSURER_TYPES;
  readonly kind = input.required<ItemKind>();
  readonly name = input('item');
  /** error finds the sentence for a field. */
  readonly error = input<(field: string) => string | null>(() => null);
  readonly known = model.required<DescriptionDraft>();
  readonly unknown = model(false);
  /** receivedOn is the day on which the item came; today unless told. */
  readonly receivedOn = input<string>();
  /** was are the dates that somebody entered before. */
  readonly was = input<Dates | null>(null);
  private readonly clock = inject(Clock);
  private readonly injector = inject(Injector);

  protected readonly doubts = computed(() =>
    doubtsOf(this.known(), {
      kind: this.kind(),
      receivedOn: this.receivedOn() ?? this.clock.today(),
      was: this.was(),
    }),
  );
  /** sure is whether somebody has looked at the card again; another day has to be looked at anew. */
  protected readonly sure = linkedSignal<string, 'no' | 'asked' | 'sure'>({
    source: () =>
      this.doubts()
        .map(({ day }) => day)
        .join(),
    computation: () => 'no',
  });
  protected readonly dated = computed(() => !WITHOUT_DATE.includes(this.kind()));
  protected readonly undated = computed(() => this.unknown() || this.known().noDatePrinted);
  protected readonly insured = computed(() => WITH_INSURER.includes(this.kind()));

  protected change(part: Partial<DescriptionDraft>): void {
    this.known.update((before) => ({ ...before, ...part }));
  }

  /** settled says whether this can be recorded; where a day is doubtful it asks back first. */
  settled(): boolean {
    if (this.doubts().length === 0 || this.sure() === 'sure') return true;
    this.sure.set('asked');
    goToFirstError(this.injector);
    return false;
  }

  protected said({ flaw, day, than }: ReturnType<typeof doubtsOf>[number]): string {
    const days = { day: this.speech.day(day), than: this.speech.day(than) };
    return this.speech.say(`description.${flaw}`, { ...days, item: this.speech.word('kind', this.kind()) });
  }

  protected toggleSure(): void {
    this.sure.update((before) => (before === 'sure' ? 'no' : 'sure'));
  }

  protected toggleUnknown(): void {
    this.unknown.update((before) => !before);
    if (this.unknown()) this.change({ printedExpiresOn: null, noDatePrinted: false });
  }

  protected toggleNone(): void {
    this.change({ printedExpiresOn: null, noDatePrinted: !this.known().noDatePrinted });
    this.unknown.set(false);
  }
}

/** isDated says whether a date is printed on items of this kind. */
export function isDated(kind: ItemKind): boolean {
  return !WITHOUT_DATE.includes(kind);
}
