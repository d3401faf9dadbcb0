import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AnswerOf, type readResident, resumeResidentNotices } from '@azukari/contract';

import { Session } from '../session/session';
import { Banner } from '../ui/banner';
import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { LeavingWords } from './leaving-words';

/** Standing says above all else that a resident left, or that nobody is told of her, and the way on. */
@Component({
  selector: 'az-resident-standing',
  imports: [Banner, Icon, Outcome, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let person = resident();
    @if (person.leftOn; as day) {
      <az-banner
        [tone]="stays() > 0 ? 'refused' : 'info'"
        [title]="speech.say('resident.left', { day: speech.day(day) })"
        [body]="
          stays() > 0 ? speech.say('resident.leftWithItems', { count: stays() }) : speech.say('resident.leftClean')
        "
      >
        @if (session.may('keep-residents')) {
          <a class="az-button" [routerLink]="['/residents', person.id, 'leaving']"
            ><az-icon name="hand-over" />{{ speech.say('leaving.open') }}</a
          >
        } @else if (stays() > 0 && session.may('return-to-resident')) {
          <a class="az-button" routerLink="/hand-over" [queryParams]="{ resident: person.id }"
            ><az-icon name="hand-over" />{{ speech.say('resident.item.handOver') }}</a
          >
        }
        @if (session.may('erase')) {
          <a class="az-button" routerLink="/erasures" [queryParams]="{ of: person.id }">{{
            speech.say('erasures.title')
          }}</a>
        }
      </az-banner>
    } @else if (person.noticesStopped) {
      <az-banner
        tone="waiting"
        [title]="speech.say('leaving.stopped.title')"
        [body]="speech.say('leaving.stopped.body')"
      >
        @if (session.may('keep-residents')) {
          <button type="button" class="az-button" [attr.aria-disabled]="resuming.locked()" (click)="resume()">
            {{ speech.say('leaving.stopped.resume') }}
          </button>
        }
      </az-banner>
      <az-outcome [of]="resuming.ended()" (again)="resuming.again()" />
    }
  `,
  styles: ':host { display: contents; }',
})
export class Standing {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  readonly resident = input.required<AnswerOf<typeof readResident>>();
  /** stays is how many things are still kept. */
  readonly stays = input.required<number>();
  readonly changed = output();
  protected readonly resuming = commandOf(resumeResidentNotices, () => this.changed.emit());

  constructor() {
    inject(LeavingWords);
  }

  protected async resume(): Promise<void> {
    const { id, version } = this.resident();
    await this.resuming.send({ version }, { path: { id } });
  }
}
