import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { closeBreakGlass, confirmAppointment } from '@azukari/contract';

import { glass } from '../../i18n/ja/glass';
import { bringWords } from '../ui/manners';
import { Session } from '../session/session';
import { Banner } from '../ui/banner';
import type { BoardAnswer } from '../ui/board';
import { BoxedForm } from '../ui/boxed-form';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';

/** SecondPersons is what waits for somebody else: the use of the account in the envelope, and what a manager appointed himself to. */
@Component({
  selector: 'az-second-persons',
  imports: [Banner, BoxedForm, Outcome, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (of().breakGlassUsedAt; as at) {
      <az-banner
        [title]="speech.say('glass.used.title', { moment: speech.moment(at) })"
        [body]="speech.say('glass.used.body')"
      >
        @if (session.may('appoint') && !writing()) {
          <button type="button" class="az-button az-button--floor" (click)="writing.set(true)">
            {{ speech.say('glass.used.close') }}
          </button>
        }
      </az-banner>
      @if (writing()) {
        <az-boxed-form
          [command]="closing"
          [submit]="speech.say('glass.used.submit')"
          (send)="close()"
          (cancelled)="writing.set(false)"
        >
          <az-text-field
            name="break-glass-reason"
            need="required"
            [long]="true"
            [label]="speech.say('glass.used.reason')"
            [error]="closing.error('reason')"
            [(text)]="reason"
          />
        </az-boxed-form>
      }
    }
    @for (one of of().selfAppointments; track one.id) {
      @let late = clock.today() > one.confirmBy;
      <az-banner
        [tone]="late ? 'refused' : 'info'"
        [title]="speech.say('glass.self.title', { name: one.staff.name, level: speech.word('level', one.level) })"
        [body]="speech.say(late ? 'glass.self.late' : 'glass.self.body', { day: speech.day(one.confirmBy) })"
      >
        @if (one.staff.id !== session.staff()?.id) {
          <button
            type="button"
            class="az-button az-button--floor"
            [attr.aria-disabled]="confirming.locked()"
            (click)="confirm(one.id)"
          >
            {{ speech.say('glass.self.confirm') }}
          </button>
        }
      </az-banner>
    }
    <az-outcome [of]="confirming.ended()" (again)="confirming.again()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    :host:empty {
      display: none;
    }
  `,
})
export class SecondPersons {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly clock = inject(Clock);
  readonly of = input.required<BoardAnswer['staff']>();
  readonly done = output();
  protected readonly writing = signal(false);
  protected readonly reason = signal('');

  protected readonly closing = commandOf(closeBreakGlass, () => {
    this.writing.set(false);
    this.reason.set('');
    this.done.emit();
  });
  protected readonly confirming = commandOf(confirmAppointment, () => this.done.emit());

  constructor() {
    bringWords({ glass });
  }

  protected async close(): Promise<void> {
    await this.closing.send({ reason: this.reason() });
  }

  protected async confirm(id: string): Promise<void> {
    await this.confirming.send({}, { path: { id } });
  }
}
