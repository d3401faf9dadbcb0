import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { AnswerOf, readResident } from '@azukari/contract';
import type { CalendarDay } from '@azukari/domain';

import { Clock } from '../ui/clock';
import { formatEra } from '../ui/format';
import { Speech } from '../ui/speech';

/** ResidentHead says who it is, as one compares it with a card: name, reading, room, age and day of birth with its era. */
@Component({
  selector: 'az-resident-head',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="who">
      <p class="kana">{{ speech.reading(resident().kana) }}</p>
      <h1 tabindex="-1">{{ speech.person(resident().name) }}</h1>
      <ul>
        @if (resident().room) {
          <li class="room">{{ resident().room }}</li>
        }
        <li>{{ born() }}</li>
        @if (resident().admittedOn; as day) {
          <li>{{ speech.say('resident.admitted', { day: speech.day(day) }) }}</li>
        }
      </ul>
      @if (resident().note; as note) {
        <p class="note">{{ note }}</p>
      }
    </div>
    <div class="tools az-no-print"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      justify-content: space-between;
      gap: 12px 24px;
    }
    .who {
      min-width: 0;
    }
    h1:focus {
      outline: none;
      box-shadow: none;
    }
    .kana {
      color: var(--az-ink-soft);
      line-height: 1.3;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 16px;
      margin-top: 4px;
    }
    .room {
      padding: 0 10px;
      border-radius: 6px;
      background: var(--az-neutral-soft);
      font-weight: 700;
    }
    .note {
      margin-top: 4px;
      color: var(--az-ink-soft);
      white-space: pre-line;
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class ResidentHead {
  protected readonly speech = inject(Speech);
  private readonly clock = inject(Clock);
  readonly resident = input.required<AnswerOf<typeof readResident>>();

  protected readonly born = computed(() => {
    const day = this.resident().birthDate;
    if (day === null) return this.speech.say('resident.bornUnknown');
    const words = {
      day: this.speech.day(day),
      era: formatEra(day, this.speech.lang()),
      age: ageOn(day, this.clock.today()),
    };
    return this.speech.say('resident.born', words);
  });
}

/** ageOn counts birthdays; who is born on 29 February has hers on 28 February in a common year. */
function ageOn(born: CalendarDay, on: CalendarDay): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  const leap = born.endsWith('-02-29') && !isLeap(Number(on.slice(0, 4)));
  return (leap ? '-02-28' : born.slice(4)) <= on.slice(4) ? years : years - 1;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
