import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { leaveResident, listItems, readResident } from '@azukari/contract';
import { dayInTokyo, LEAVE_REASONS, type LeaveReason, leavingWay } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { DayField } from '../ui/day-field';
import { commandOf } from '../ui/command';
import { FormEnd } from '../ui/form-end';
import { Icon } from '../ui/icon';
import { ItemTile } from '../ui/item-tile';
import { Outcome } from '../ui/outcome';
import { isPassedOn } from '../ui/out-groups';
import { PageHeading } from '../ui/page-heading';
import { PaperButton } from '../ui/paper-button';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { DisputePanel } from './dispute-panel';
import { LeavingWords } from './leaving-words';
import { PassOnPanel } from './pass-on';
import { UndoLeaving } from './undo-leaving';

/**
 * LeavingPage notes that a resident left, shows of each thing where it goes, and stays open until all of it has a destination: then it
 * prints the receipt (F9).
 */
@Component({
  selector: 'az-leaving-page',
  imports: [
    Banner,
    Choices,
    DayField,
    DisputePanel,
    FormEnd,
    Icon,
    ItemTile,
    Outcome,
    PageHeading,
    PaperButton,
    PassOnPanel,
    RouterLink,
    Skeleton,
    UndoLeaving,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './leaving-page.html',
  styleUrl: './leaving-page.scss',
})
export class LeavingPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  readonly id = input.required<string>();

  protected readonly reasons = LEAVE_REASONS;
  protected readonly resident = this.api.read(readResident, () => ({ path: { id: this.id() } }));
  protected readonly person = computed(() => (this.resident.hasValue() ? this.resident.value() : null));
  private readonly itemsRead = this.api.read(listItems, () => ({ query: { residentId: this.id(), limit: 200 } }));
  private readonly items = computed(() => (this.itemsRead.hasValue() ? this.itemsRead.value().items : null));
  protected readonly here = computed(() => this.items()?.filter(({ custody }) => custody.at !== 'ended') ?? null);
  /** given is what was given back or handed on since she left: what the last paper of this house is about. */
  protected readonly given = computed(() => {
    const leftOn = this.person()?.leftOn ?? null;
    if (leftOn === null) return [];
    return (this.items() ?? [])
      .filter(({ custody }) => custody.at === 'ended' && dayInTokyo(custody.since) >= leftOn)
      .map(({ id }) => id);
  });
  protected readonly stored = computed(() => (this.here() ?? []).filter(({ custody }) => custody.at === 'stored'));
  protected readonly passedOn = computed(() =>
    (this.items() ?? [])
      .filter(({ custody }) => isPassedOn(custody) || (custody.at === 'ended' && custody.disposition === 'transferred'))
      .map(({ id }) => id),
  );
  protected readonly on = signal<string | null>(this.clock.today());
  protected readonly chosen = signal<LeaveReason | null>(null);
  /** reason is why she left, or as it is being entered. */
  protected readonly reason = computed(() => this.person()?.leaveReason ?? this.chosen());
  protected readonly hasCard = computed(() => (this.here() ?? []).some(({ kind }) => kind === 'my-number-card'));
  protected readonly undoing = signal(false);
  protected readonly leaving = commandOf(leaveResident, () => this.reread());
  protected readonly wayOf = leavingWay;

  constructor() {
    inject(LeavingWords);
  }

  protected async leave(): Promise<void> {
    const person = this.person();
    if (person === null) return;
    const order = { version: person.version, on: this.on() ?? '', reason: this.chosen() as LeaveReason };
    await this.leaving.send(order, { path: { id: this.id() } });
  }

  protected reread(): void {
    this.undoing.set(false);
    this.resident.reload();
    this.itemsRead.reload();
    window.scrollTo({ top: 0 });
  }
}
