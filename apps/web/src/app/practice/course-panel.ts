import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type DraftOf, followCourse, readCourse } from '@azukari/contract';
import type { CourseStep } from '@azukari/domain';

import { practice } from '../../i18n/ja/practice';
import { Api } from '../ui/api';
import { Icon } from '../ui/icon';
import { bringWords } from '../ui/manners';
import { GO_TO } from '../ui/practice';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';

/** What was done without a receipt, or in another window, is seen a little later. */
const LOOK_EVERY_MS = 5_000;

/** CoursePanel stands above every screen of a practice house: that it is one, what to do next, and how far she is. */
@Component({
  selector: 'az-course-panel',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', '[attr.aria-label]': 'speech.plain("practice.title")' },
  template: `
    <p class="stamp" aria-hidden="true">{{ speech.say('practice.stamp') }}</p>
    <p class="sign"><az-icon name="practice" />{{ speech.say('practice.title') }}</p>
    @if (course(); as now) {
      @if (next(); as step) {
        <div class="task" aria-live="polite">
          <p class="how">
            <strong
              >{{ speech.say('practice.nth', { n: step.n, of: now.steps.length }) }}
              {{ speech.say('practice.step.' + step.step + '.name') }}</strong
            >
            <span>{{ speech.say('practice.step.' + step.step + '.how') }}</span>
          </p>
        </div>
        <button type="button" class="az-button" [disabled]="busy()" (click)="skip(step.step)">
          {{ speech.say('practice.skip') }}
        </button>
      } @else {
        <p class="task" aria-live="polite">{{ speech.say('practice.over.' + (whole() ? 'whole' : 'parts')) }}</p>
        <a class="az-button az-button--primary" routerLink="/course">{{ speech.say('practice.toEnd') }}</a>
      }
      <ol class="dots" [attr.aria-label]="speech.plain('practice.far', { done: done(), of: now.steps.length })">
        @for (one of now.steps; track one.step) {
          <li [attr.data-state]="one.state">
            @if (one.state === 'done') {
              <az-icon name="check" />
            } @else if (one.state === 'skipped') {
              <az-icon name="next" />
            }
            <span>{{ speech.say('practice.step.' + one.step + '.name') }}</span>
          </li>
        }
      </ol>
    }
    <button type="button" class="az-button az-button--quiet" [disabled]="busy()" (click)="leave()">
      <az-icon name="close" />{{ speech.say('practice.leave') }}
    </button>
  `,
  styleUrl: './course-panel.scss',
})
export class CoursePanel {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private readonly goTo = inject(GO_TO);
  private readonly read = this.api.read(readCourse);
  protected readonly busy = signal(false);
  protected readonly course = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly next = computed(() => {
    const steps = this.course()?.steps ?? [];
    const at = steps.findIndex(({ state }) => state === 'open');
    const step = steps[at];
    return step ? { step: step.step, n: at + 1 } : null;
  });
  protected readonly done = computed(() => (this.course()?.steps ?? []).filter(({ state }) => state === 'done').length);
  protected readonly whole = computed(() => this.done() === this.course()?.steps.length);

  constructor() {
    bringWords({ practice });
    const receipts = inject(Receipts);
    const router = inject(Router);
    const looking = setInterval(() => this.read.reload(), LOOK_EVERY_MS);
    const moving = router.events.subscribe(() => this.read.reload());
    effect(() => {
      if (receipts.current() !== null) untracked(() => this.read.reload());
    });
    inject(DestroyRef).onDestroy(() => {
      clearInterval(looking);
      moving.unsubscribe();
    });
    this.makeRoom();
  }

  protected async skip(step: CourseStep): Promise<void> {
    await this.follow({ what: 'skip', step });
  }

  protected async leave(): Promise<void> {
    await this.follow({ what: 'end' });
    this.goTo('/today');
  }

  private async follow(order: DraftOf<typeof followCourse>): Promise<void> {
    this.busy.set(true);
    await this.api.send(followCourse, order);
    this.read.reload();
    this.busy.set(false);
  }

  /** The screens begin below it, however high it is in this language and on this screen. */
  private makeRoom(): void {
    const [host, page] = [inject<ElementRef<HTMLElement>>(ElementRef).nativeElement, inject(DOCUMENT).documentElement];
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const watch = new ResizeObserver(() => page.style.setProperty('--az-above', `${String(host.offsetHeight)}px`));
      watch.observe(host);
      destroyed.onDestroy(() => watch.disconnect());
    });
  }
}
