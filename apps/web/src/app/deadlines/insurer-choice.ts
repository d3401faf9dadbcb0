import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { listInsurers, nameInsurer } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { commandOf } from '../ui/command';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import type { Deadline } from './deadline';

/** InsurerChoice says whose paper an item is, and lets somebody say otherwise: its dates follow that insurer. */
@Component({
  selector: 'az-insurer-choice',
  imports: [Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (choosing()) {
      <label>
        <span>{{ speech.say('deadlines.insurer.label') }}</span>
        <select class="az-input" (change)="choose($event)">
          <option value="" [selected]="item().insurer === null">{{ speech.say('deadlines.insurer.none') }}</option>
          @for (one of offered(); track one.id) {
            <option [value]="one.id" [selected]="one.id === item().insurer?.id">{{ one.name }}</option>
          }
        </select>
      </label>
      <az-outcome [of]="naming.ended()" (again)="naming.again()" />
    } @else {
      <p>
        {{ speech.say('deadlines.insurer.is', { name: item().insurer?.name ?? speech.say('deadlines.insurer.none') }) }}
      </p>
      @if (mayName) {
        <button type="button" class="az-button az-button--quiet" (click)="choosing.set(true)">
          {{ speech.say('deadlines.insurer.change') }}
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
    }
    label {
      display: grid;
      gap: 4px;
    }
    select {
      min-width: 14rem;
    }
  `,
})
export class InsurerChoice {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private readonly receipts = inject(Receipts);
  readonly item = input.required<Deadline['item']>();
  readonly changed = output();

  protected readonly mayName = inject(Session).may('keep-deadlines');
  protected readonly choosing = signal(false);
  private readonly read = this.api.read(listInsurers, () => (this.choosing() ? {} : undefined));
  /** offered are those in use; one that was retired stays while it is named. */
  protected readonly offered = computed(() => {
    const all = this.read.hasValue() ? this.read.value().insurers : [];
    return all.filter(({ id, retired }) => !retired || id === this.item().insurer?.id);
  });
  protected readonly naming = commandOf(nameInsurer, ({ receipt }) => {
    this.choosing.set(false);
    this.receipts.show('recorded', receipt);
    this.changed.emit();
  });

  protected async choose(event: Event): Promise<void> {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const insurerId = event.target.value === '' ? null : event.target.value;
    await this.naming.send({ insurerId }, { path: { id: this.item().id } });
  }
}
