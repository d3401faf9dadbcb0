import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type AnswerOf, emergencyAtTablet, listAtTablet } from '@azukari/contract';

import { Api } from '../ui/api';
import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { KindShapeDrawing } from '../ui/kind-shape';
import { Outcome } from '../ui/outcome';
import { ResidentFinder } from '../ui/resident-finder';
import type { ResidentBrief } from '../ui/resident-tile';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { NameTiles } from './name-tiles';
import type { Colleague } from './tablet';

/** TabletEmergency is 救急 without signing in: one's own name, the resident, go; then what to take along and where it lies. */
@Component({
  selector: 'az-tablet-emergency',
  imports: [Icon, KindShapeDrawing, NameTiles, Outcome, ResidentFinder, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 class="head"><az-icon name="siren" />{{ speech.say('tablet.emergency.open') }}</h2>
    @if (taken(); as answer) {
      <h3>{{ speech.say('tablet.emergency.taken') }}</h3>
      <ul class="things">
        @for (one of answer.taken; track one.id) {
          <li>
            <az-kind-shape [kind]="one.kind" />
            <strong>{{ speech.item(one.kind) }}</strong>
            <span>{{ one.place ?? speech.say('tablet.emergency.noPlace') }}</span>
          </li>
        }
      </ul>
      <p>{{ speech.say('tablet.emergency.recorded', { time: speech.time(answer.receipt.recordedAt) }) }}</p>
      <button type="button" class="az-button az-button--floor" (click)="done.emit()">
        {{ speech.say('tablet.emergency.done') }}
      </button>
    } @else {
      @if (who(); as colleague) {
        @if (whom(); as resident) {
          <p class="whom">
            {{ speech.say('tablet.emergency.confirm', { name: speech.person(resident.name, resident.kana) }) }}
            <span>{{ resident.room }}</span>
          </p>
          <p class="az-soft">{{ speech.say('tablet.emergency.note', { name: colleague.name }) }}</p>
          <az-outcome [of]="taking.ended()" (again)="taking.again()" />
          <button
            type="button"
            class="az-button az-button--danger az-button--big"
            [disabled]="taking.locked()"
            (click)="go(colleague.id, resident.id)"
          >
            <az-icon name="siren" />{{ speech.say('tablet.emergency.go') }}
          </button>
        } @else {
          <h3>{{ speech.say('tablet.emergency.whom') }}</h3>
          @if (residents(); as all) {
            <az-resident-finder [among]="all" (choose)="whom.set($event)" />
          } @else {
            <az-unread [failed]="read.error()" [rows]="3" (again)="read.reload()" />
          }
        }
      } @else {
        <h3>{{ speech.say('tablet.emergency.who') }}</h3>
        <az-name-tiles [staff]="able()" (choose)="who.set($event)" />
      }
      <button type="button" class="az-button" [disabled]="taking.locked()" (click)="done.emit()">
        {{ speech.say('tablet.emergency.cancel') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 14px;
    }
    .head {
      display: flex;
      align-items: center;
      gap: 10px;
      padding: 12px 16px;
      border-radius: var(--az-radius);
      background: var(--az-red-fill);
      color: var(--az-on-fill);
    }
    .whom {
      font-weight: 700;
      font-size: 1.167rem;
    }
    .things {
      display: grid;
      gap: 10px;
    }
    .things li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      font-size: 1.167rem;
    }
  `,
})
export class TabletEmergency {
  protected readonly speech = inject(Speech);
  readonly staff = input.required<readonly Colleague[]>();
  readonly done = output();
  protected readonly able = computed(() => this.staff().filter(({ emergency }) => emergency));
  protected readonly who = signal<Colleague | null>(null);
  protected readonly whom = signal<ResidentBrief | null>(null);
  protected readonly taken = signal<AnswerOf<typeof emergencyAtTablet> | null>(null);
  protected readonly read = inject(Api).read(listAtTablet);
  protected readonly residents = computed(() => (this.read.hasValue() ? this.read.value().residents : null));
  protected readonly taking = commandOf(emergencyAtTablet, (answer) => this.taken.set(answer));

  protected async go(staffId: string, residentId: string): Promise<void> {
    await this.taking.send({ staffId, residentId });
  }
}
