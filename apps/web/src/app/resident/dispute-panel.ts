import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { type AnswerOf, noteDispute, type readResident } from '@azukari/contract';

import { Session } from '../session/session';
import { Banner } from '../ui/banner';
import { BoxedForm } from '../ui/boxed-form';
import { commandOf } from '../ui/command';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { LeavingWords } from './leaving-words';

/** DisputePanel says that those around a resident do not agree who may receive, and is where that is noted, and its end. */
@Component({
  selector: 'az-dispute-panel',
  imports: [Banner, BoxedForm, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let since = resident().disputedOn;
    @if (since) {
      <az-banner
        tone="refused"
        [title]="speech.say('leaving.dispute.title', { day: speech.day(since) })"
        [body]="speech.say(resident().leaveReason === 'died' ? 'leaving.dispute.bodyDied' : 'leaving.dispute.body')"
      />
    }
    @if (session.may('keep-residents')) {
      @if (open()) {
        <az-boxed-form
          [command]="noting"
          [submit]="speech.say('leaving.dispute.submit')"
          (send)="note()"
          (cancelled)="open.set(false)"
          (anew)="finish()"
        >
          <p>{{ speech.say('leaving.dispute.lead') }}</p>
          <az-text-field
            name="dispute"
            need="required"
            [long]="true"
            [label]="speech.say('leaving.dispute.explanation')"
            [error]="noting.error('explanation')"
            [(text)]="explanation"
          />
        </az-boxed-form>
      } @else {
        <button type="button" class="az-button az-no-print" (click)="open.set(true)">
          {{ speech.say(since ? 'leaving.dispute.end' : 'leaving.dispute.begin') }}
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: 10px;
    }
    az-banner,
    az-boxed-form {
      justify-self: stretch;
    }
  `,
})
export class DisputePanel {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  readonly resident = input.required<AnswerOf<typeof readResident>>();
  readonly changed = output();

  protected readonly open = signal(false);
  protected readonly explanation = signal('');
  protected readonly noting = commandOf(noteDispute, () => this.finish());

  constructor() {
    inject(LeavingWords);
  }

  protected async note(): Promise<void> {
    const { id, version, disputedOn } = this.resident();
    const order = { version, disputed: disputedOn === null, explanation: this.explanation() };
    await this.noting.send(order, { path: { id } });
  }

  protected finish(): void {
    this.open.set(false);
    this.explanation.set('');
    this.changed.emit();
  }
}
