import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { reviewEmergency } from '@azukari/contract';
import { GRACE_MINUTES } from '@azukari/domain';

import { Session } from '../session/session';
import type { BoardAnswer } from '../ui/board';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { DueChip } from '../ui/due-chip';
import { minutesLate } from '../ui/format';
import { Icon } from '../ui/icon';
import { KindShapeDrawing } from '../ui/kind-shape';
import { MomentPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { StateChip } from '../ui/state-chip';

type Waiting = BoardAnswer['toReview'][number];

/** Emergency is what one person took along in one moment for one resident. */
interface Emergency {
  readonly key: string;
  readonly first: Waiting;
  readonly entries: readonly Waiting[];
}

const OUTCOMES = ['in-order', 'to-follow-up'] as const;

/** EmergencyReviews is what went along with an ambulance and nobody has looked at since; leaders look at it here. */
@Component({
  selector: 'az-emergency-reviews',
  imports: [DueChip, Icon, KindShapeDrawing, MomentPipe, Outcome, StateChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-outcome [of]="reviewing.ended()" (again)="again()" />
    <ul class="list">
      @for (one of emergencies(); track one.key) {
        <li class="az-line">
          <az-state-chip state="emergency" />
          @if (isLate(one)) {
            <az-due-chip [dueBackAt]="one.first.reviewBy" [now]="clock.now()" />
          }
          <div class="az-line-facts">
            <strong>{{ who(one) }}</strong>
            <ul class="az-things">
              @for (entry of one.entries; track entry.seq) {
                <li><az-kind-shape [kind]="entry.item.kind" />{{ speech.item(entry.item.kind, entry.item.label) }}</li>
              }
            </ul>
            @if (one.first.unsigned) {
              <strong class="unsigned"><az-icon name="siren" />{{ speech.say('today.unsigned') }}</strong>
            }
            <span class="az-soft">
              {{ one.first.at | azMoment }}・{{ speech.say('today.by', { name: one.first.by }) }}・{{
                speech.say('today.reviewBy', { time: speech.moment(one.first.reviewBy) })
              }}
            </span>
          </div>
          @if (session.may('review-emergency')) {
            <div class="actions az-no-print">
              @for (outcome of outcomes; track outcome) {
                <button
                  type="button"
                  class="az-button az-button--floor"
                  [disabled]="reviewing.locked()"
                  (click)="review(one, outcome)"
                >
                  {{ speech.say('today.reviewAs.' + outcome) }}
                </button>
              }
            </div>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    .list {
      display: grid;
      gap: 8px;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class EmergencyReviews {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly clock = inject(Clock);
  private readonly receipts = inject(Receipts);
  readonly waiting = input.required<readonly Waiting[]>();
  readonly reviewed = output();

  protected readonly outcomes = OUTCOMES;
  protected readonly reviewing = commandOf(reviewEmergency, ({ receipt }) => this.receipts.show('recorded', receipt));
  protected readonly emergencies = computed<readonly Emergency[]>(() => {
    const found = new Map<string, Waiting[]>();
    for (const entry of this.waiting()) {
      const key = [entry.item.resident?.id ?? entry.item.id, entry.at, entry.by].join('|');
      found.set(key, [...(found.get(key) ?? []), entry]);
    }
    return [...found].flatMap(([key, entries]) => (entries[0] ? [{ key, entries, first: entries[0] }] : []));
  });

  protected isLate({ first }: Emergency): boolean {
    return minutesLate(first.reviewBy, this.clock.now()) >= GRACE_MINUTES;
  }

  protected who({ first }: Emergency): string {
    const resident = first.item.resident;
    return resident === null ? this.speech.say('words.nobody') : this.speech.person(resident.name, resident.kana);
  }

  /** review closes entry by entry; what did not end in a yes stays on the list. */
  protected async review({ entries }: Emergency, outcome: (typeof OUTCOMES)[number]): Promise<void> {
    for (const { seq } of entries) {
      if (!(await this.reviewing.send({ seq, outcome }))) break;
    }
    this.reviewed.emit();
  }

  protected async again(): Promise<void> {
    await this.reviewing.again();
    this.reviewed.emit();
  }
}
