import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { listRules } from '@azukari/contract';

import { Api } from '../ui/api';
import { Icon } from '../ui/icon';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { Calculator } from './calculator';
import { RuleCard } from './rule-card';
import { rulesOf } from './rule-versions';

/** RulesPage is 規則: the book by which every date is reckoned, and a calculator to try it. */
@Component({
  selector: 'az-rules-page',
  imports: [Calculator, Icon, PageHeading, RouterLink, RuleCard, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      <az-page-heading [title]="speech.say('rules.title')" [sub]="speech.say('rules.sub')">
        <a class="az-button" routerLink="/deadlines"><az-icon name="calendar" />{{ speech.say('rules.deadlines') }}</a>
        <button type="button" class="az-button" (click)="printBook()">
          <az-icon name="print" />{{ speech.say('shell.print') }}
        </button>
      </az-page-heading>
      <p>{{ speech.say('rules.lead') }}</p>

      <section class="az-card az-no-print" aria-labelledby="calculator">
        <h2 id="calculator">{{ speech.say('rules.calculator.title') }}</h2>
        <p class="az-soft">{{ speech.say('rules.calculator.lead') }}</p>
        <az-calculator />
      </section>

      <section aria-labelledby="book">
        <h2 id="book">{{ speech.say('rules.book') }}</h2>
        @if (read.hasValue()) {
          @for (one of book(); track one.id) {
            <az-rule-card class="az-card" [class.asked]="one.id === rule()" [rule]="one" />
          }
        } @else {
          <az-unread
            [failed]="read.error()"
            [failure]="speech.say('rules.failed')"
            [rows]="6"
            (again)="read.reload()"
          />
        }
      </section>
    </div>
  `,
  styles: `
    section {
      display: grid;
      gap: 14px;
    }
    .asked {
      border-color: var(--az-primary);
      box-shadow: inset 6px 0 0 var(--az-primary);
    }
    @media print {
      az-rule-card {
        margin-bottom: 8pt;
      }
    }
  `,
})
export class RulesPage {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  /** rule names the one somebody came to read; it comes from the address. */
  readonly rule = input<string>();

  protected readonly read = this.api.read(listRules);
  protected readonly book = computed(() =>
    this.read.hasValue() ? rulesOf(this.read.value().rules, this.read.value().asOf) : [],
  );

  constructor() {
    effect(() => {
      const asked = this.book().find(({ id }) => id === this.rule());
      if (asked) afterNextRender({ read: () => this.show(asked.id) }, { injector: this.injector });
    });
  }

  protected printBook(): void {
    globalThis.print();
  }

  private show(id: string): void {
    const heading = document.getElementById(id);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }
}
