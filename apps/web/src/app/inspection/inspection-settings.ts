import type { HttpResourceRef } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { type AnswerOf, type readInspectionSettings, setInspections } from '@azukari/contract';
import { INSPECTION_PARTS, type InspectionPart } from '@azukari/domain';

import { Session } from '../session/session';
import { Banner } from '../ui/banner';
import { commandOf } from '../ui/command';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';

type Settings = AnswerOf<typeof readInspectionSettings>;

/** InspectionSettings keeps the house's own names of its forms, and where the head office is told. */
@Component({
  selector: 'az-inspection-settings',
  imports: [Banner, Field, Icon, Outcome, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (draft(); as now) {
      <form class="az-card az-stack" novalidate (submit)="$event.preventDefault(); save()">
        <h2>{{ speech.say('inspecting.settings.title') }}</h2>
        <details [open]="misnamed()">
          <summary><az-icon name="down" />{{ speech.say('inspecting.settings.names') }}</summary>
          <fieldset [disabled]="!mayKeep()" [attr.aria-label]="speech.say('inspecting.settings.names')">
            <p class="az-soft">{{ speech.say('inspecting.settings.namesHint') }}</p>
            @for (part of parts; track part) {
              <az-field
                [label]="speech.say('inspecting.part.' + part)"
                [for]="'form-name-' + part"
                [error]="errorOf(part)"
              >
                <input
                  class="az-input"
                  autocomplete="off"
                  [id]="'form-name-' + part"
                  [placeholder]="speech.say('inspecting.part.' + part)"
                  [attr.aria-describedby]="'form-name-' + part + '-error'"
                  [attr.aria-invalid]="errorOf(part) ? true : null"
                  [value]="nameOf(part)"
                  (input)="name(part, valueOf($event))"
                />
              </az-field>
            }
          </fieldset>
        </details>
        <fieldset [disabled]="!mayKeep()">
          <az-text-field
            name="head-office"
            type="email"
            [label]="speech.say('inspecting.settings.headOffice')"
            [hint]="speech.say('inspecting.settings.headOfficeHint')"
            [error]="saving.error('headOffice')"
            [text]="now.headOffice"
            (textChange)="change({ headOffice: $event })"
          />
        </fieldset>
        <az-outcome [of]="saving.ended()" (again)="saving.again()">
          @if (saving.refusal('stale-version')) {
            <button type="button" class="az-button" (click)="readAgain()">{{ speech.say('shell.reload') }}</button>
          }
        </az-outcome>
        @if (saved()) {
          <az-banner tone="done" [body]="speech.say('facility.saved')" />
        }
        @if (mayKeep()) {
          <button type="submit" class="az-button az-button--floor" [disabled]="saving.locked()">
            {{ speech.say('shell.save') }}
          </button>
        }
      </form>
    }
  `,
  styles: `
    fieldset {
      display: grid;
      gap: 12px;
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    summary {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: var(--az-target);
      color: var(--az-primary);
      list-style: none;
      font-weight: 700;
      cursor: pointer;
    }
    p {
      margin: 0;
    }
    h2 {
      margin: 0;
      font-size: 1.125rem;
    }
    form > .az-button {
      justify-self: start;
    }
  `,
})
export class InspectionSettings {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  readonly settings = input.required<HttpResourceRef<Settings | undefined>>();
  protected readonly parts = INSPECTION_PARTS;
  protected readonly valueOf = valueOf;
  protected readonly mayKeep = computed(() => this.session.may('keep-settings'));
  protected readonly draft = linkedSignal<Settings | null>(() => {
    const settings = this.settings();
    return settings.hasValue() ? settings.value() : null;
  });
  protected readonly saved = signal(false);
  protected readonly saving = commandOf(setInspections, (settings) => {
    this.settings().set(settings);
    this.saved.set(true);
  });

  /** misnamed: a name that was not taken is not folded away. */
  protected readonly misnamed = computed(() => this.parts.some((part) => this.errorOf(part) !== null));

  protected nameOf(part: InspectionPart): string {
    return this.draft()?.formNames.find((one) => one.part === part)?.name ?? '';
  }

  protected name(part: InspectionPart, name: string): void {
    const others = this.draft()?.formNames.filter((one) => one.part !== part) ?? [];
    this.change({ formNames: name.trim() === '' ? others : [...others, { part, name }] });
  }

  /** errorOf finds the name that could not be taken by its place in what was sent. */
  protected errorOf(part: InspectionPart): string | null {
    const n = this.draft()?.formNames.findIndex((one) => one.part === part) ?? -1;
    return n < 0 ? null : this.saving.error(`formNames.${String(n)}.name`);
  }

  protected change(part: Partial<Settings>): void {
    this.saved.set(false);
    this.draft.update((draft) => draft && { ...draft, ...part });
  }

  protected async save(): Promise<void> {
    const draft = this.draft();
    if (draft === null) return;
    const { formNames, headOffice, version } = draft;
    await this.saving.send({ formNames, headOffice, version });
  }

  protected readAgain(): void {
    this.saving.forget();
    this.settings().reload();
  }
}
