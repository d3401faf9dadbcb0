import { inject, Pipe, type PipeTransform } from '@angular/core';
import { dayInTokyo } from '@azukari/domain';

import { formatCount, formatEra, formatShortDay, formatTime } from './format';
import { Speech } from './speech';

// None of these pipes is pure: each follows the language switch through the signal it reads.

/** DayPipe writes a day: 2026年12月10日(木). */
@Pipe({ name: 'azDay', pure: false })
export class DayPipe implements PipeTransform {
  private readonly speech = inject(Speech);
  transform(day: string): string {
    return this.speech.day(day);
  }
}

/** ShortDayPipe writes a day without its year: 12月10日(木). */
@Pipe({ name: 'azShortDay', pure: false })
export class ShortDayPipe implements PipeTransform {
  private readonly speech = inject(Speech);
  transform(day: string): string {
    return formatShortDay(day, this.speech.lang());
  }
}

/** EraPipe writes the year as cards do: 令和8年. */
@Pipe({ name: 'azEra', pure: false })
export class EraPipe implements PipeTransform {
  private readonly speech = inject(Speech);
  transform(day: string): string {
    return formatEra(day, this.speech.lang());
  }
}

/** MomentPipe writes an instant in Japan's time, with its day unless it is today. */
@Pipe({ name: 'azMoment', pure: false })
export class MomentPipe implements PipeTransform {
  private readonly speech = inject(Speech);
  transform(at: string): string {
    return this.speech.moment(at);
  }
}

/** TimePipe writes the time of an instant in Japan: 17:30. */
@Pipe({ name: 'azTime' })
export class TimePipe implements PipeTransform {
  transform(at: string): string {
    return formatTime(at);
  }
}

/** InstantDayPipe is the Japanese day of an instant, for the other pipes. */
@Pipe({ name: 'azDayOf' })
export class InstantDayPipe implements PipeTransform {
  transform(at: string): string {
    return dayInTokyo(at);
  }
}

/** CountPipe writes a number with thousands: 1,042. */
@Pipe({ name: 'azCount' })
export class CountPipe implements PipeTransform {
  transform(count: number): string {
    return formatCount(count);
  }
}

/** WordPipe names a code from the shared list: `'outpatient' | azWord: 'purpose'`. */
@Pipe({ name: 'azWord', pure: false })
export class WordPipe implements PipeTransform {
  private readonly speech = inject(Speech);
  transform(code: string, group: Parameters<Speech['word']>[0]): string {
    return this.speech.word(group, code);
  }
}
