import { DOCUMENT, inject, Injectable } from '@angular/core';
import { setDemoClock } from '@azukari/contract';
import { dayInTokyo, instantAt, millisecondsOf, tokyoTime } from '@azukari/domain';

import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { formatTime } from '../ui/format';

const DAY_MS = 24 * 60 * 60_000;

/** DemoClock moves the declared clock of a demo; then everything is read anew. */
@Injectable({ providedIn: 'root' })
export class DemoClock {
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly document = inject(DOCUMENT);

  /** goOn moves it by so many days, to the same time of the day. */
  goOn(days: number): Promise<void> {
    const now = this.clock.now();
    // The server counts from the real day; a demo runs on the machine of whoever looks at it.
    const real = dayInTokyo(instantAt(Date.now()));
    const ahead = millisecondsOf(tokyoTime(dayInTokyo(now), '00:00')) - millisecondsOf(tokyoTime(real, '00:00'));
    return this.set(Math.round(ahead / DAY_MS) + days, formatTime(now));
  }

  /** backToNow goes back to the real time. */
  backToNow(): Promise<void> {
    return this.set(null);
  }

  private async set(days: number | null, at?: string): Promise<void> {
    const sent = await this.api.send(setDemoClock, at === undefined ? { days } : { days, at });
    if (sent.kind === 'done') this.document.defaultView?.location.reload();
  }
}
