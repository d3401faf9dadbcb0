import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AnswerOf, takeIn } from '@azukari/contract';

import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { ItemTile } from '../ui/item-tile';
import { CountPipe } from '../ui/moment-pipes';
import { PaperButton } from '../ui/paper-button';
import { Speech } from '../ui/speech';

/** IntakeDone says what was recorded and under which number, and prints the paper for the resident. */
@Component({
  selector: 'az-intake-done',
  imports: [CountPipe, Icon, ItemTile, PaperButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="said" role="status">
      <az-icon name="check" />
      <h1 tabindex="-1">{{ speech.say(held() ? 'intake.done.held' : 'intake.done.kept') }}</h1>
      <p>
        {{
          speech.say('intake.done.receipt', {
            seq: (seq() | azCount),
            time: speech.moment(answer().receipt.recordedAt),
          })
        }}
      </p>
    </div>
    <az-item-tile [item]="answer().item" [owner]="true" />
    @if (held()) {
      <p>{{ speech.say('intake.done.heldBody', { day: speech.day(resolveBy()) }) }}</p>
    }
    <div class="az-row">
      @if (session.may('print-forms')) {
        <az-paper-button
          [form]="held() ? 'F17' : 'F2'"
          [primary]="true"
          [of]="paper()"
          [label]="speech.say(held() ? 'intake.done.printHold' : 'intake.done.print')"
        />
      }
      <button type="button" class="az-button az-button--floor" (click)="another.emit()">
        <az-icon name="plus" />{{ speech.say('intake.done.another') }}
      </button>
      @if (answer().item.resident; as resident) {
        <a class="az-button az-button--floor" [routerLink]="['/residents', resident.id]"
          ><az-icon name="person" />{{ speech.person(resident.name, resident.kana) }}</a
        >
      } @else if (session.may('search')) {
        <a class="az-button az-button--floor" routerLink="/searching"
          ><az-icon name="person" />{{ speech.say('intake.done.whose') }}</a
        >
      }
      <a class="az-button az-button--floor" routerLink="/today"
        ><az-icon name="today" />{{ speech.say('intake.done.today') }}</a
      >
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    .said {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      gap: 0 14px;
      padding: 18px 20px;
      border-radius: var(--az-radius);
      background: var(--az-green-soft);
      color: var(--az-green);
    }
    .said az-icon {
      grid-row: span 2;
      width: 44px;
      height: 44px;
    }
    h1:focus {
      outline: none;
      box-shadow: none;
    }
  `,
})
export class IntakeDone {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  readonly answer = input.required<AnswerOf<typeof takeIn>>();
  readonly another = output();

  private readonly hold = computed(() => {
    const { custody } = this.answer().item;
    return custody.at === 'ended' ? null : custody.hold;
  });
  protected readonly held = computed(() => this.hold() !== null);
  protected readonly resolveBy = computed(() => this.hold()?.resolveBy ?? '');
  protected readonly seq = computed(() => this.answer().receipt.entries.at(-1)?.seq ?? 0);
  protected readonly paper = computed(() => {
    const { id, resident } = this.answer().item;
    return { residentIds: resident === null ? null : [resident.id], itemIds: [id] };
  });
}
