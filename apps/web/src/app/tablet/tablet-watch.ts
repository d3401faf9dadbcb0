import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';

import { tablet } from '../../i18n/ja/tablet';
import { bringWords } from '../ui/manners';
import { Session } from '../session/session';
import { Speech } from '../ui/speech';
import { Tablet } from './tablet';
import { TabletDoor } from './tablet-door';

const SECOND_MS = 1_000;
/** As often as the server notes a touch. */
const RENEW_MS = 10_000;
const WARN_MS = 30_000;

/**
 * TabletWatch counts down to the end that the server told, and then nothing but a door is on the screen. What the page holds stays
 * as it is for the same person; another begins with an empty page.
 */
@Component({
  selector: 'az-tablet-watch',
  imports: [TabletDoor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:pointerdown)': 'touch()', '(document:keydown)': 'touch()' },
  template: `
    @if (session.locked()) {
      <main class="blank">
        <div class="card az-stack">
          <h1>{{ speech.say('tablet.blank.title') }}</h1>
          <p>{{ speech.say('tablet.blank.kept', { name: name() }) }}</p>
          <p class="az-soft">{{ speech.say('tablet.blank.lost') }}</p>
          @if (tablet.current(); as here) {
            <az-tablet-door [tablet]="here" [first]="session.staff()" (done)="enter()" />
          }
        </div>
      </main>
    } @else if (seconds(); as left) {
      <p class="soon" role="status">{{ speech.say('tablet.blank.soon', { seconds: left }) }}</p>
    }
  `,
  styles: `
    .blank {
      position: fixed;
      inset: 0;
      z-index: 10;
      overflow: auto;
      display: grid;
      justify-items: center;
      align-content: start;
      padding: 24px 16px;
      background: var(--az-ground);
    }
    .card {
      width: min(760px, 100%);
      padding: 24px;
      border: 1px solid var(--az-line);
      border-radius: 16px;
      background: var(--az-surface);
    }
    .soon {
      position: fixed;
      inset: auto 0 0;
      z-index: 9;
      padding: 16px;
      background: var(--az-ink);
      color: var(--az-surface);
      font-weight: 700;
      text-align: center;
    }
  `,
})
export class TabletWatch {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly tablet = inject(Tablet);
  protected readonly name = computed(() => this.session.staff()?.name ?? '');
  private readonly leftMs = signal(Infinity);
  protected readonly seconds = computed(() =>
    this.leftMs() <= WARN_MS ? Math.max(1, Math.ceil(this.leftMs() / SECOND_MS)) : null,
  );
  private renewedAt = performance.now();

  constructor() {
    bringWords({ tablet });
    effect((onCleanup) => {
      const current = this.session.current();
      if (current === null || this.session.locked()) return;
      const endsAt = performance.now() + Date.parse(current.expiresAt) - Date.parse(current.now);
      const tick = (): void => {
        this.leftMs.set(endsAt - performance.now());
        if (this.leftMs() <= 0) this.session.lapse();
      };
      tick();
      const ticking = setInterval(tick, SECOND_MS);
      onCleanup(() => clearInterval(ticking));
    });
    effect(() => {
      document.body.classList.toggle('az-blank', this.session.locked());
      if (this.session.locked()) void this.tablet.learn();
    });
  }

  protected touch(): void {
    if (this.session.locked() || performance.now() - this.renewedAt < RENEW_MS) return;
    this.renewedAt = performance.now();
    void this.session.renew();
  }

  /** enter goes on as it was for who was here; for another the page begins anew, with nothing of before in its memory. */
  protected enter(): void {
    if (this.session.locked()) location.assign('/today');
  }
}
