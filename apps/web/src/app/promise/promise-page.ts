import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { promise } from '../../i18n/ja/promise';
import { Session } from '../session/session';
import { bringWords } from '../ui/manners';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';

/** NEVER are the things for which there is no field, no column and no picture anywhere. */
const NEVER = ['pin', 'personal-number', 'insured-number', 'picture', 'money'] as const;

/** PromisePage is 「このシステムが預からないもの」: what is never kept, why, and what happens when somebody tries. For a wall, too. */
@Component({
  selector: 'az-promise-page',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main class="az-page">
      <header>
        <div>
          <h1>{{ speech.say('promise.title') }}</h1>
          <p>{{ speech.say('promise.lead') }}</p>
        </div>
        <div class="az-row az-no-print">
          <button type="button" class="az-button" (click)="printPage()">
            <az-icon name="print" />{{ speech.say('promise.print') }}
          </button>
          <a class="az-button" [routerLink]="home()"><az-icon name="back" />{{ speech.say('shell.back') }}</a>
        </div>
      </header>
      <ol>
        @for (thing of never; track thing) {
          <li class="az-card">
            <span class="no" aria-hidden="true"><az-icon name="close" /></span>
            <div>
              <h2>{{ speech.say('promise.' + thing + '.title') }}</h2>
              <p>{{ speech.say('promise.' + thing + '.why') }}</p>
              <p class="how"><az-icon name="promise" />{{ speech.say('promise.' + thing + '.how') }}</p>
            </div>
          </li>
        }
      </ol>
      <section class="az-card">
        <h2>{{ speech.say('promise.refused.title') }}</h2>
        <p>{{ speech.say('promise.refused.body') }}</p>
        <p>{{ speech.say('promise.refused.instead') }}</p>
      </section>
      <p class="az-soft">{{ speech.say('promise.foot') }}</p>
    </main>
  `,
  styles: `
    main {
      max-width: 920px;
      margin-inline: auto;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      justify-content: space-between;
      gap: 12px 20px;
    }
    header > div:first-child {
      flex: 1 1 20rem;
    }
    ol {
      display: grid;
      gap: 12px;
    }
    li {
      display: flex;
      gap: 16px;
    }
    .no {
      display: grid;
      place-items: center;
      flex: none;
      width: 44px;
      height: 44px;
      border: 3px solid var(--az-red);
      border-radius: 50%;
      color: var(--az-red);
    }
    .how {
      display: flex;
      gap: 8px;
      margin-top: 4px;
      font-size: 0.889rem;
      color: var(--az-ink-soft);
    }
    .how az-icon {
      margin-top: 3px;
      color: var(--az-primary);
    }
    section {
      display: grid;
      gap: 6px;
    }
    @media print {
      li {
        margin-bottom: 3mm;
      }
      .no {
        border-color: #000;
        color: #000;
      }
    }
  `,
})
export class PromisePage {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  protected readonly never = NEVER;
  protected readonly home = computed(() => (this.session.current() === null ? '/sign-in' : '/today'));

  constructor() {
    bringWords({ promise });
  }

  protected printPage(): void {
    globalThis.print();
  }
}
