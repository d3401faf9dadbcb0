import { ChangeDetectionStrategy, Component, inject, Injector, output, signal } from '@angular/core';
import { receiveEnvelopes } from '@azukari/contract';
import { ENVELOPE_SENDERS, type EnvelopeSender } from '@azukari/domain';

import { Choices } from '../ui/choices';
import { ChosenResident } from '../ui/chosen-resident';
import { commandOf } from '../ui/command';
import { goToFirstError } from '../ui/first-error';
import { Outcome } from '../ui/outcome';
import { PouchPicker } from '../ui/pouch-picker';
import type { Receipt } from '../ui/receipts';
import { ResidentFinder } from '../ui/resident-finder';
import type { ResidentBrief } from '../ui/resident-tile';
import { Speech } from '../ui/speech';

/** ArrivalForm keeps one envelope that arrived: for whom, from whom, where it lies. Nobody asks what is in it. */
@Component({
  selector: 'az-arrival-form',
  imports: [Choices, ChosenResident, Outcome, PouchPicker, ResidentFinder],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="az-card" novalidate (submit)="$event.preventDefault(); record()">
      <h2>{{ speech.say('envelopes.arrival.title') }}</h2>
      @if (resident(); as person) {
        <az-chosen-resident [resident]="person" (again)="resident.set(null)" />
        <az-choices
          name="from"
          need="required"
          [label]="speech.say('envelopes.from')"
          [hint]="speech.say('envelopes.fromHint')"
          [options]="senders"
          group="envelopeSender"
          [value]="from()"
          [error]="error()"
          (choose)="from.set($event)"
        />
        <az-pouch-picker need="optional" [(pouch)]="pouch" />
      } @else {
        <az-resident-finder (choose)="resident.set($event)" />
      }
      <az-outcome [of]="receiving.ended()" (again)="receiving.again()" />
      <div class="az-row">
        @if (resident()) {
          <button type="submit" class="az-button az-button--primary az-button--floor" [disabled]="receiving.locked()">
            {{ speech.say('envelopes.arrival.record') }}
          </button>
        }
        <button type="button" class="az-button" [disabled]="receiving.locked()" (click)="quit.emit()">
          {{ speech.say('shell.cancel') }}
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 14px;
    }
  `,
})
export class ArrivalForm {
  protected readonly speech = inject(Speech);
  private readonly injector = inject(Injector);
  readonly done = output<Receipt>();
  readonly quit = output();

  protected readonly senders = ENVELOPE_SENDERS;
  protected readonly resident = signal<ResidentBrief | null>(null);
  protected readonly from = signal<EnvelopeSender | null>(null);
  protected readonly pouch = signal<string | null>(null);
  protected readonly error = signal<string | null>(null);
  protected readonly receiving = commandOf(receiveEnvelopes, ({ receipt }) => {
    this.done.emit(receipt);
  });

  protected async record(): Promise<void> {
    const [resident, from] = [this.resident(), this.from()];
    this.error.set(from === null ? this.speech.say('envelopes.fromMissing') : null);
    if (resident === null || from === null) {
      goToFirstError(this.injector);
      return;
    }
    await this.receiving.send({ envelopes: [{ residentId: resident.id, from, storageId: this.pouch() }] });
  }
}
