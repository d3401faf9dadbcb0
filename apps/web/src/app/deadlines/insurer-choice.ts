import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { nameInsurer } from '@azukari/contract';

import { Session } from '../session/session';
import { commandOf } from '../ui/command';
import { InsurerSelect } from '../ui/insurer-select';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import type { Deadline } from './deadline';

/** InsurerChoice says whose paper an item is, and lets somebody say otherwise: its dates follow that insurer. */
@Component({
  selector: 'az-insurer-choice',
  imports: [InsurerSelect, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (choosing()) {
      <az-insurer-select
        [name]="'insurer-' + item().id"
        [chosen]="item().insurer?.id ?? null"
        (choose)="choose($event)"
      />
      <az-outcome [of]="naming.ended()" (again)="naming.again()" />
    } @else {
      <p>
        {{ speech.say('description.whose.is', { name: item().insurer?.name ?? speech.say('description.whose.none') }) }}
      </p>
      @if (mayName) {
        <button type="button" class="az-button az-button--quiet" (click)="choosing.set(true)">
          {{ speech.say('description.whose.change') }}
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
  `,
})
export class InsurerChoice {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  readonly item = input.required<Deadline['item']>();
  readonly changed = output();

  protected readonly mayName = inject(Session).may('keep-deadlines');
  protected readonly choosing = signal(false);
  protected readonly naming = commandOf(nameInsurer, ({ receipt }) => {
    this.choosing.set(false);
    this.receipts.show('recorded', receipt);
    this.changed.emit();
  });

  protected async choose(insurerId: string | null): Promise<void> {
    await this.naming.send({ insurerId }, { path: { id: this.item().id } });
  }
}
