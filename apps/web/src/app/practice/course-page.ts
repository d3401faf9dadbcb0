import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { type DraftOf, enterPractice, followCourse, readCourse } from '@azukari/contract';
import { COURSE_STEPS } from '@azukari/domain';

import { practice } from '../../i18n/ja/practice';
import { Api, type Asked, type Sent } from '../ui/api';
import { Banner } from '../ui/banner';
import { Icon } from '../ui/icon';
import { bringWords } from '../ui/manners';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { GO_TO, IN_PRACTICE, PRACTICE_BASE } from '../ui/practice';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';

/** CoursePage is the door of れんしゅう in the real house; in a practice house it is how far she is, and the end. */
@Component({
  selector: 'az-course-page',
  imports: [Banner, Icon, Outcome, PageHeading, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page">
      @if (!inPractice) {
        <az-page-heading [title]="speech.say('practice.title')" />
        <section class="az-card">
          @for (part of told; track part) {
            <p>{{ speech.say('practice.enter.' + part) }}</p>
          }
          <ol>
            @for (step of steps; track step) {
              <li>{{ speech.say('practice.step.' + step + '.name') }}</li>
            }
          </ol>
          <az-outcome [refusedAs]="speech.say('practice.enter.refused')" [of]="ended()" (again)="enter()" />
          <button
            type="button"
            class="az-button az-button--primary az-button--floor"
            [disabled]="busy()"
            (click)="enter()"
          >
            <az-icon name="practice" />{{ speech.say('practice.enter.' + (busy() ? 'opening' : 'start')) }}
          </button>
        </section>
      } @else if (course(); as now) {
        <az-page-heading
          [title]="speech.say('practice.end.' + (isOver() ? 'title' : 'way'))"
          [sub]="speech.say('practice.end.whose', { name: now.name })"
        />
        @if (now.trainedOn; as day) {
          <az-banner
            tone="done"
            [body]="speech.say('practice.end.trained', { name: now.name, day: speech.day(day) })"
          />
        } @else if (isOver()) {
          <az-banner tone="info" [body]="speech.say('practice.end.parts')" />
        }
        <section class="az-card">
          <ol>
            @for (one of now.steps; track one.step) {
              <li [attr.data-state]="one.state">
                {{ speech.say('practice.step.' + one.step + '.name') }}:
                {{ speech.say('practice.end.' + one.state) }}
              </li>
            }
          </ol>
          <p class="az-soft">{{ speech.say('practice.end.until', { time: speech.time(now.endsAt) }) }}</p>
          <az-outcome [refusedAs]="speech.say('practice.enter.refused')" [of]="ended()" (again)="beginAnew()" />
          <div class="az-row">
            <button
              type="button"
              class="az-button az-button--primary az-button--floor"
              [disabled]="busy()"
              (click)="leave()"
            >
              <az-icon name="back" />{{ speech.say('practice.end.back') }}
            </button>
            <button type="button" class="az-button az-button--floor" [disabled]="busy()" (click)="beginAnew()">
              {{ speech.say('practice.end.anew') }}
            </button>
          </div>
        </section>
      } @else {
        <az-unread [failed]="read.error()" (again)="read.reload()" />
      }
    </div>
  `,
  styles: `
    section {
      display: grid;
      gap: 14px;
      justify-items: start;
    }
    ol {
      padding-inline-start: 1.6em;
      list-style: decimal;
    }
    [data-state='done'] {
      color: var(--az-green);
      font-weight: 700;
    }
  `,
})
export class CoursePage {
  protected readonly speech = inject(Speech);
  protected readonly inPractice = inject(IN_PRACTICE);
  private readonly goTo = inject(GO_TO);
  private readonly api = inject(Api);
  protected readonly steps = COURSE_STEPS;
  protected readonly told = ['lead', 'real', 'day', 'not-yet'] as const;
  protected readonly busy = signal(false);
  protected readonly ended = signal<Sent<unknown> | Asked<unknown> | null>(null);
  protected readonly read = this.api.read(readCourse, () => (this.inPractice ? {} : undefined));
  protected readonly course = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly isOver = computed(() => this.course()?.steps.every(({ state }) => state !== 'open') ?? false);

  constructor() {
    bringWords({ practice });
  }

  protected async enter(): Promise<void> {
    const sent = await this.once(() => this.api.send(enterPractice, { anew: false }));
    if (sent.kind === 'done') this.goTo(`${PRACTICE_BASE}/today`);
  }

  protected async beginAnew(): Promise<void> {
    const sent = await this.follow({ what: 'begin-anew' });
    if (sent.kind === 'done') this.goTo(`${PRACTICE_BASE}/today`);
  }

  protected async leave(): Promise<void> {
    await this.follow({ what: 'end' });
    this.goTo('/today');
  }

  private follow(order: DraftOf<typeof followCourse>): Promise<Sent<unknown>> {
    return this.once(() => this.api.send(followCourse, order));
  }

  private async once(ask: () => Promise<Sent<unknown>>): Promise<Sent<unknown>> {
    this.busy.set(true);
    const sent = await ask();
    this.ended.set(sent.kind === 'done' ? null : sent);
    this.busy.set(sent.kind === 'done');
    return sent;
  }
}
