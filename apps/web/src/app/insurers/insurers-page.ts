import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { listInsurers, retireInsurer } from '@azukari/contract';

import { insurers } from '../../i18n/ja/insurers';
import { Session } from '../session/session';
import { bringWords } from '../ui/manners';
import { Api } from '../ui/api';
import { commandOf } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import type { Insurer } from './insurer-draft';
import { InsurerForm } from './insurer-form';

/** InsurersPage is 保険者: whose papers lie in the safe, and where each insurer departs from the rules. */
@Component({
  selector: 'az-insurers-page',
  imports: [EmptyState, Icon, InsurerForm, Outcome, PageHeading, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      <az-page-heading [title]="speech.say('insurers.title')" [sub]="speech.say('insurers.sub')">
        @if (mayKeep && doing() !== 'new') {
          <button type="button" class="az-button" (click)="doing.set('new')">
            <az-icon name="plus" />{{ speech.say('insurers.new') }}
          </button>
        }
      </az-page-heading>
      @if (doing() === 'new') {
        <az-insurer-form [insurer]="null" (done)="finish()" (cancelled)="doing.set(null)" />
      }
      <az-outcome [of]="retiring.ended()" (again)="retiring.again()" />
      @if (insurers(); as all) {
        @for (one of all; track one.id) {
          <article class="az-card az-stack" [attr.aria-label]="one.name">
            <div class="az-row">
              <h2>{{ one.name }}</h2>
              <span class="az-soft">{{ speech.word('insurer', one.type) }}</span>
              <span class="az-soft">{{ speech.say('insurers.items', { count: one.items }) }}</span>
              @if (one.retired) {
                <strong>{{ speech.say('insurers.retired') }}</strong>
              }
            </div>
            <ul>
              @for (line of waysOf(one); track line) {
                <li>{{ line }}</li>
              } @empty {
                <li class="az-soft">{{ speech.say('insurers.byBook') }}</li>
              }
            </ul>
            @if (doing() === one.id) {
              <az-insurer-form [insurer]="one" (done)="finish()" (cancelled)="doing.set(null)" />
            } @else if (mayKeep && !one.retired) {
              <div class="az-row az-no-print">
                <button type="button" class="az-button" (click)="doing.set(one.id)">
                  {{ speech.say('insurers.change') }}<span class="az-sr-only">{{ one.name }}</span>
                </button>
                <button type="button" class="az-button" [attr.aria-disabled]="retiring.locked()" (click)="retire(one)">
                  {{ speech.say('insurers.retire') }}<span class="az-sr-only">{{ one.name }}</span>
                </button>
              </div>
            }
          </article>
        } @empty {
          <az-empty-state
            icon="rules"
            [title]="speech.say('insurers.empty.title')"
            [body]="speech.say('insurers.empty.body')"
          />
        }
      } @else {
        <az-unread [failed]="read.error()" [failure]="speech.say('insurers.failed')" (again)="read.reload()" />
      }
    </div>
  `,
  styles: `
    ul {
      display: grid;
      gap: 2px;
    }
  `,
})
export class InsurersPage {
  protected readonly speech = inject(Speech);
  protected readonly mayKeep = inject(Session).may('keep-settings');
  private readonly api = inject(Api);

  protected readonly read = this.api.read(listInsurers);
  protected readonly insurers = computed(() => (this.read.hasValue() ? this.read.value().insurers : null));
  /** doing is which form is open: that of a new one, or of one by its id. */
  protected readonly doing = signal<string | null>(null);
  protected readonly retiring = commandOf(retireInsurer, () => this.finish());

  /** waysOf says where an insurer departs from the rules. */
  protected waysOf({ yearEnds, endsAtSeventy, automaticFrom }: Insurer): readonly string[] {
    return [
      ...yearEnds.map(({ kind, ends }) => {
        const [month = '', date = ''] = (ends ?? '').split('-');
        const day = this.speech.say('insurers.monthDay', { month: Number(month), date: Number(date) });
        const paper = this.speech.word('kind', kind);
        return ends === null
          ? this.speech.say('insurers.neverEnds', { paper })
          : this.speech.say('insurers.ends', { paper, day });
      }),
      ...(endsAtSeventy ? [this.speech.say('insurers.seventy.yes')] : []),
      ...(automaticFrom === 'book'
        ? []
        : automaticFrom === 'no-age'
          ? [this.speech.say('insurers.automatic.no-age')]
          : [this.speech.say('insurers.fromAge', { age: automaticFrom })]),
    ];
  }

  constructor() {
    bringWords({ insurers });
  }

  protected async retire({ id, version }: Insurer): Promise<void> {
    await this.retiring.send({ version }, { path: { id } });
  }

  protected finish(): void {
    this.doing.set(null);
    this.read.reload();
  }
}
