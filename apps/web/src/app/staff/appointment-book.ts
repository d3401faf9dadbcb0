import { ChangeDetectionStrategy, Component, computed, inject, input, model, output, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { appointmentAnswer } from '@azukari/contract';
import { isCalendarDay, LEVELS } from '@azukari/domain';
import { firstValueFrom } from 'rxjs';
import type { z } from 'zod';

import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { PaperButton } from '../ui/paper-button';
import { Speech } from '../ui/speech';
import type { Staff } from './staff-list';

/** Appointment is one line of the 任命簿. */
export type Appointment = z.output<typeof appointmentAnswer>;

/** AppointmentBook is カードを扱える職員: who could handle cards on a day, by level, and who appointed them. */
@Component({
  selector: 'az-appointment-book',
  imports: [Field, Icon, PaperButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './appointment-book.html',
  styleUrl: './appointment-book.scss',
})
export class AppointmentBook {
  protected readonly speech = inject(Speech);
  private readonly dialog = inject(MatDialog);
  readonly appointments = input.required<readonly Appointment[]>();
  readonly staff = input.required<readonly Staff[]>();
  readonly today = input.required<string>();
  readonly mayAppoint = input.required<boolean>();
  readonly mayPrint = input.required<boolean>();
  readonly day = model.required<string>();
  readonly changed = output();

  protected readonly all = signal(false);
  protected readonly shown = computed(() => {
    const day = this.day();
    return this.appointments().filter(({ from, to }) => this.all() || (from <= day && (to === null || day <= to)));
  });
  protected readonly levels = computed(() =>
    LEVELS.map((level) => ({ level, lines: this.shown().filter((line) => line.level === level) })),
  );

  /** paper is the book of the day that is shown; of days to come there is none yet. */
  protected readonly paper = computed(() => ({ on: this.day() <= this.today() ? this.day() : this.today() }));

  protected chooseDay(event: Event): void {
    const day = valueOf(event);
    if (isCalendarDay(day)) this.day.set(day);
  }

  protected running({ to }: Appointment): boolean {
    return to === null || to > this.today();
  }

  protected period({ from, to }: Appointment): string {
    const begin = this.speech.day(from);
    if (to === null) return this.speech.say('staff.book.from', { from: begin });
    return this.speech.say('staff.book.fromTo', { from: begin, to: this.speech.day(to) });
  }

  /** What was entered after it began says so: on the days between, the book did not hold it. */
  protected afterwards({ from, recordedOn }: Appointment): string | null {
    if (recordedOn === null || recordedOn <= from) return null;
    return this.speech.say('staff.book.recorded', { day: this.speech.day(recordedOn) });
  }

  protected async appoint(): Promise<void> {
    const { AppointDialog } = await import('./appoint-dialog');
    const ref = this.dialog.open<unknown, readonly Staff[], boolean>(AppointDialog, {
      data: this.staff(),
      width: '600px',
    });
    if ((await firstValueFrom(ref.afterClosed())) === true) this.changed.emit();
  }

  protected async train(line: Appointment): Promise<void> {
    const { TrainingDialog } = await import('./training-dialog');
    const ref = this.dialog.open<unknown, Appointment, boolean>(TrainingDialog, { data: line, width: '560px' });
    if ((await firstValueFrom(ref.afterClosed())) === true) this.changed.emit();
  }

  protected async end(line: Appointment): Promise<void> {
    const { EndAppointmentDialog } = await import('./end-appointment-dialog');
    const ref = this.dialog.open<unknown, Appointment, boolean>(EndAppointmentDialog, { data: line, width: '560px' });
    if ((await firstValueFrom(ref.afterClosed())) === true) this.changed.emit();
  }
}
