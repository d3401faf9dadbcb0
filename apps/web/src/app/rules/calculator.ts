import { afterNextRender, ChangeDetectionStrategy, Component, computed, inject, Injector, signal } from '@angular/core';
import { previewRules } from '@azukari/contract';
import { INSURER_TYPES, ITEM_KINDS } from '@azukari/domain';

import { Api, type Sent } from '../ui/api';
import { Banner } from '../ui/banner';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { DayField } from '../ui/day-field';
import { Field } from '../ui/field';
import type { Finding } from '../ui/finding-words';
import { goToFirstError } from '../ui/first-error';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { issueText } from '../ui/issue-text';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import {
  type DayName,
  type FieldName,
  fieldsOf,
  HOLDS,
  isDay,
  needsBirthDate,
  pathOf,
  questionOf,
  type Typed,
} from './calculator-fields';
import { Results } from './results';

const HINTS: readonly FieldName[] = ['issuedOn', 'certificateIssuedOn'];

/** Calculator asks the rules about an item that need not exist; nothing of it is kept. */
@Component({
  selector: 'az-calculator',
  imports: [Banner, Choices, DayField, Field, Icon, Outcome, Results],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './calculator.html',
  styleUrl: './calculator.scss',
})
export class Calculator {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);

  protected readonly kinds = ITEM_KINDS;
  protected readonly insurers = INSURER_TYPES;
  protected readonly holds = HOLDS;
  protected readonly isDay = isDay;
  protected readonly needsBirthDate = needsBirthDate;
  protected readonly typed = signal<Typed>({
    kind: 'my-number-card',
    asOf: inject(Clock).today(),
    birthDate: null,
    days: {},
    insurerType: null,
    holds: 'unknown',
  });
  protected readonly more = signal(false);
  protected readonly fields = computed(() => {
    const { usual, rare } = fieldsOf(this.typed().kind);
    return { shown: this.more() ? [...usual, ...rare] : usual, rare };
  });
  protected readonly busy = signal(false);
  protected readonly ended = signal<Sent<unknown> | null>(null);
  protected readonly results = signal<readonly Finding[] | null>(null);

  /** A result belongs to what was asked; it goes as soon as something else stands in the form. */
  protected change(part: Partial<Typed>): void {
    this.typed.update((before) => ({ ...before, ...part }));
    this.results.set(null);
  }

  protected changeKind(event: Event): void {
    const kind = ITEM_KINDS.find((known) => known === valueOf(event));
    if (kind) this.change({ kind });
  }

  protected changeDay(name: DayName, day: string | null): void {
    this.change({ days: { ...this.typed().days, [name]: day } });
  }

  protected error(name: FieldName | 'asOf' | 'birthDate'): string | null {
    const path = name === 'asOf' || name === 'birthDate' ? name : pathOf(name);
    return issueText(this.ended(), path, this.speech);
  }

  protected hint(name: FieldName): string | undefined {
    return HINTS.includes(name) ? this.speech.say(`rules.calculator.${name}Hint`) : undefined;
  }

  protected async reckon(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const sent = await this.api.send(previewRules, questionOf(this.typed()));
    this.busy.set(false);
    this.ended.set(sent.kind === 'done' ? null : sent);
    this.results.set(sent.kind === 'done' ? sent.answer.results : null);
    if (sent.kind === 'done') afterNextRender({ read: showResults }, { injector: this.injector });
    if (sent.kind !== 'malformed') return;
    this.more.set(this.more() || this.fields().rare.some((name) => this.error(name) !== null));
    goToFirstError(this.injector);
  }
}

/** What was reckoned may lie below the edge. */
function showResults(): void {
  const heading = document.getElementById('results');
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
