import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { listAppointments, listStaff } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { AppointmentBook } from './appointment-book';
import { StaffList } from './staff-list';

/** StaffAndAppointments keeps both lists together: who leaves, leaves the 任命簿 too. */
@Component({
  selector: 'az-staff-and-appointments',
  imports: [AppointmentBook, StaffList, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (staff.hasValue() && appointments.hasValue()) {
      <az-appointment-book
        [appointments]="appointments.value().appointments"
        [staff]="working()"
        [today]="clock.today()"
        [mayAppoint]="session.may('appoint')"
        [mayPrint]="session.may('print-forms')"
        [(day)]="day"
        (changed)="readAgain()"
      />
      <az-staff-list
        [class.first]="peopleFirst()"
        [staff]="shown()"
        [mayKeep]="session.may('keep-accounts')"
        [me]="session.staff()?.id ?? ''"
        [(withLeft)]="withLeft"
        (changed)="readAgain()"
      />
    } @else {
      <az-unread [failed]="staff.error() || appointments.error()" [rows]="5" (again)="readAgain()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 36px;
    }
    .first {
      order: -1;
    }
  `,
})
export class StaffAndAppointments {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly clock = inject(Clock);
  private readonly api = inject(Api);

  /** peopleFirst puts those who work here before the book, where nobody is appointed yet. */
  readonly peopleFirst = input(false);

  protected readonly staff = this.api.read(listStaff, () => ({ query: { left: true } }));
  protected readonly appointments = this.api.read(listAppointments);
  protected readonly withLeft = signal(false);
  protected readonly day = linkedSignal(() => this.clock.today());
  protected readonly working = computed(() =>
    (this.staff.hasValue() ? this.staff.value().staff : []).filter(({ leftOn }) => leftOn === null),
  );
  protected readonly shown = computed(() =>
    this.withLeft() && this.staff.hasValue() ? this.staff.value().staff : this.working(),
  );

  protected readAgain(): void {
    this.staff.reload();
    this.appointments.reload();
    // One's own appointment may have been among them.
    void this.session.reread();
  }
}
