import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CalendarDay, SwapState } from '@azukari/domain';

import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { KindShapeDrawing } from '../ui/kind-shape';
import { DayPipe, WordPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';
import { hindranceOf, type Line } from './swap';

const DRAWING: Readonly<Record<SwapState, IconName>> = {
  awaited: 'clock',
  sealed: 'tray',
  both: 'swap',
  done: 'check',
};

/** SwapLine is one paper of the list: whose, which, how its successor comes, how far it is, and what stands in the way. */
@Component({
  selector: 'az-swap-line',
  imports: [DayPipe, Icon, KindShapeDrawing, RouterLink, WordPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-state]': 'line().state' },
  template: `
    <label class="line" [class.open]="tickable()" [for]="'box-' + line().old.id">
      <span class="box">
        @if (tickable()) {
          <input
            type="checkbox"
            [id]="'box-' + line().old.id"
            [checked]="ticked()"
            [attr.aria-label]="who() + ' ' + (line().kind | azWord: 'kind')"
            (change)="tick.emit()"
          />
        }
      </span>
      <az-kind-shape [kind]="line().kind" />
      <span class="facts">
        <span class="who"
          ><strong>{{ who() }}</strong>
          @if (line().resident.room; as room) {
            <span class="room">{{ room }}</span>
          }
        </span>
        <span class="what">{{ line().kind | azWord: 'kind' }}・{{ way() }}</span>
      </span>
      <span class="state">
        <span class="chip"><az-icon [name]="drawing()" />{{ speech.say('swap.state.' + line().state) }}</span>
        @if (line().envelope; as envelope) {
          <span class="since">{{ speech.say('swap.arrivedOn', { day: (envelope.arrivedOn | azDay) }) }}</span>
        }
        @if (line().next?.printedExpiresOn; as day) {
          <span class="since">{{ speech.say('words.validUntil', { day: (day | azDay) }) }}</span>
        }
      </span>
      <span class="printed" aria-hidden="true"></span>
    </label>
    @if (hindrance(); as why) {
      <p class="why">
        <az-icon name="info" />{{ speech.say('swap.hindrance.' + why, { day: (endsOn() | azDay) }) }}
        @if (why === 'not-asked' || why === 'not-agreed') {
          <a class="az-no-print" [routerLink]="['/residents', line().resident.id]">{{
            speech.say('swap.toResident')
          }}</a>
        }
      </p>
    }
  `,
  styleUrl: './swap-line.scss',
})
export class SwapLine {
  protected readonly speech = inject(Speech);
  readonly line = input.required<Line>();
  readonly endsOn = input.required<CalendarDay>();
  readonly askFrom = input.required<CalendarDay>();
  readonly asOf = input.required<CalendarDay>();
  readonly tickable = input(false);
  readonly ticked = input(false);
  readonly tick = output();

  protected readonly drawing = computed(() => DRAWING[this.line().state]);
  protected readonly hindrance = computed(() => hindranceOf(this.line()));
  protected readonly who = computed(() => this.speech.person(this.line().resident.name));
  protected readonly way = computed(() => {
    const { way, state } = this.line();
    if (way !== 'apply' || state !== 'awaited') return this.speech.say(`swap.way.${way}`);
    const early = this.asOf() < this.askFrom();
    return this.speech.say(early ? 'swap.way.applyFrom' : 'swap.way.apply', { day: this.speech.day(this.askFrom()) });
  });
}
