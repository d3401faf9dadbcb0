import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';

import { tablet } from '../../i18n/ja/tablet';
import { bringWords } from '../ui/manners';
import { SignInForm } from '../session/sign-in-form';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';
import { NameTiles } from './name-tiles';
import { type Colleague, type TabletAnswer } from './tablet';
import { TabletEmergency } from './tablet-emergency';

/** TabletDoor is where people sign in on a shared tablet: one's name, then a passkey or the password; and 救急 without either. */
@Component({
  selector: 'az-tablet-door',
  imports: [Icon, NameTiles, SignInForm, TabletEmergency],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (doing() === 'emergency') {
      <az-tablet-emergency [staff]="tablet().staff" (done)="doing.set('names')" />
    } @else {
      <!-- First, however many names there are: nobody scrolls for an ambulance. -->
      <div class="az-row head">
        @if (person(); as one) {
          <h2>{{ speech.say('tablet.door.as', { name: one.name }) }}</h2>
        } @else if (doing() === 'names') {
          <h2>{{ speech.say('tablet.door.who') }}</h2>
        }
        <button type="button" class="az-button az-button--danger az-button--floor" (click)="doing.set('emergency')">
          <az-icon name="siren" />{{ speech.say('tablet.emergency.open') }}
        </button>
      </div>
      @if (person() || doing() === 'otherwise') {
        <az-sign-in-form [person]="person()" [action]="speech.say('session.signIn')" (done)="done.emit()" />
        <button type="button" class="az-button" (click)="toNames()">
          <az-icon name="back" />{{ speech.say('tablet.door.names') }}
        </button>
      } @else {
        <az-name-tiles [staff]="tablet().staff" (choose)="person.set($event)" />
        <button type="button" class="az-button az-button--quiet" (click)="doing.set('otherwise')">
          {{ speech.say('tablet.door.other') }}
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    .head > .az-button {
      margin-inline-start: auto;
    }
    :host > .az-button {
      justify-self: start;
    }
  `,
})
export class TabletDoor {
  protected readonly speech = inject(Speech);
  readonly tablet = input.required<TabletAnswer>();
  /** first is who was here before, and is likely to come back. */
  readonly first = input<Pick<Colleague, 'id' | 'name'> | null>(null);
  readonly done = output();
  protected readonly person = linkedSignal(() => this.first());
  protected readonly doing = signal<'names' | 'otherwise' | 'emergency'>('names');

  constructor() {
    bringWords({ tablet });
  }

  protected toNames(): void {
    this.person.set(null);
    this.doing.set('names');
  }
}
