import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '@azukari/domain';
import type { CalendarDay } from '@azukari/domain';

const NAME = /^azukari-(\d{4}-\d{2}-\d{2})\.log$/;
/** KEPT_LOG_DAYS is for how many days a log is kept. */
export const KEPT_LOG_DAYS = 30;

/** LogFolder writes a file a day, and takes away those that are past their time. Where journald keeps the lines it is not needed. */
export class LogFolder {
  private readonly folder: string;
  private readonly today: () => CalendarDay;
  private day: CalendarDay | null = null;

  constructor(folder: string, today: () => CalendarDay) {
    this.folder = folder;
    this.today = today;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** write adds a line to the file of today; a disk that takes nothing stops nobody for the sake of its log. */
  write(line: string): void {
    try {
      const day = this.today();
      if (day !== this.day) this.forget(day);
      this.day = day;
      appendFileSync(join(this.folder, `azukari-${day}.log`), line, { mode: 0o600 });
    } catch {
      process.stderr.write(line);
    }
  }

  private forget(today: CalendarDay): void {
    const oldest = addDays(today, -KEPT_LOG_DAYS);
    for (const name of readdirSync(this.folder))
      if ((NAME.exec(name)?.[1] ?? today) < oldest) rmSync(join(this.folder, name));
  }
}
