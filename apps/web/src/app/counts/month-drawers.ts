import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';

import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';
import { type DrawerLine, ReconcilingWords } from './reconciling';

/** MonthDrawers are the places that a 照合 asks for, and how far each is counted. */
@Component({
  selector: 'az-month-drawers',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="az-stack" aria-labelledby="to-count-heading">
      <h2 id="to-count-heading">{{ speech.say('reconciling.drawers') }}</h2>
      <p class="az-soft">{{ speech.say('reconciling.drawersLead') }}</p>
      <ul>
        @for (drawer of drawers(); track drawer.id) {
          <li class="az-card">
            <div class="facts">
              <strong>{{ words.drawer(drawer) }}</strong>
              <span [class.done]="done(drawer)">
                @if (done(drawer)) {
                  <az-icon name="check" />
                }
                {{ state(drawer) }}
              </span>
            </div>
            @if (mayCount() && !done(drawer) && drawer.busy === null) {
              <button
                type="button"
                class="az-button az-button--floor"
                [class.az-button--primary]="!drawer.optional"
                [attr.aria-disabled]="locked()"
                [attr.aria-label]="words.drawer(drawer) + ' ' + action(drawer)"
                (click)="chosen.emit(drawer)"
              >
                {{ action(drawer) }}
              </button>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 8px 16px;
    }
    .facts {
      display: grid;
      flex: 1 1 14rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .done {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--az-green);
      font-weight: 700;
    }
  `,
})
export class MonthDrawers {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(ReconcilingWords);
  readonly drawers = input.required<readonly DrawerLine[]>();
  readonly mayCount = input.required<boolean>();
  readonly locked = input.required<boolean>();
  readonly chosen = output<DrawerLine>();

  protected done({ count }: DrawerLine): boolean {
    return count?.stage === 'awaited' || count?.stage === 'closed';
  }

  protected state({ count, busy, optional }: DrawerLine): string {
    if (busy !== null) return this.speech.say('reconciling.busy', { name: busy.owner.name });
    if (count === null) return this.speech.say(optional ? 'reconciling.optional' : 'reconciling.notYet');
    const { stage, owner, expected, seen, differences } = count;
    if (stage === 'counting') return this.speech.say('reconciling.stage.counting', { name: owner.name });
    if (stage === 'entered') return this.speech.say('reconciling.stage.entered');
    return this.speech.say('reconciling.stage.done', { expected: expected ?? 0, seen: seen ?? 0, differences });
  }

  protected action({ count }: DrawerLine): string {
    return this.speech.say(count === null ? 'reconciling.count' : 'reconciling.countOn');
  }
}
