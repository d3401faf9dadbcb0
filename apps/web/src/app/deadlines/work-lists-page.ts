import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readWorkLists, reviewAgreement } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { following } from '../ui/following';
import { formatEra } from '../ui/format';
import { Icon } from '../ui/icon';
import { CountPipe, DayPipe, EraPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { PaperButton } from '../ui/paper-button';
import { ResidentFinder } from '../ui/resident-finder';
import type { ResidentBrief } from '../ui/resident-tile';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { DatingWords } from './dating-words';
import { ApplicationForm } from './application-form';
import { ApplicationRow } from './application-row';
import { DeadlineRow } from './deadline-row';
import { DeadlineTabs } from './deadline-tabs';
import { MovingInRow } from './moving-in-row';
import { PersonLine } from './person-line';
import { type Birthday, countsOf, type WorkListName } from './work-list';

/** WorkListsPage is 「いま、すること」: each list with its count, what it is, what to do next, and its lines. */
@Component({
  selector: 'az-work-lists-page',
  imports: [
    ApplicationForm,
    ApplicationRow,
    CountPipe,
    DayPipe,
    DeadlineRow,
    DeadlineTabs,
    EmptyState,
    EraPipe,
    Icon,
    MovingInRow,
    Outcome,
    PageHeading,
    PaperButton,
    PersonLine,
    ResidentFinder,
    RouterLink,
    Unread,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './work-lists-page.html',
  styleUrl: './work-lists-page.scss',
})
export class WorkListsPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);

  protected readonly read = this.api.read(readWorkLists);
  protected readonly answer = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly counts = computed(() => {
    const answer = this.answer();
    return answer === null ? [] : countsOf(answer);
  });
  /** shown are the lists with something on them; that of applications stands always where somebody may be added to it. */
  protected readonly shown = computed(() =>
    this.counts().filter(({ name, count }) => count > 0 || (name === 'applications' && this.mayAdd)),
  );
  protected readonly total = computed(() => this.counts().reduce((sum, { count }) => sum + count, 0));
  protected readonly everybody = {};
  protected readonly adding = signal(false);
  protected readonly added = signal<ResidentBrief | null>(null);
  protected readonly mayAdd = this.session.may('keep-deadlines') && this.session.may('see-profile');
  protected readonly applying = computed(() => (this.answer()?.applications ?? []).map(({ resident }) => resident.id));
  protected readonly reviewing = commandOf(reviewAgreement, () => this.read.reload());
  /** sub stands there before the answer comes, so that nothing below it moves. */
  protected readonly sub = computed(() => {
    const day = this.answer()?.asOf ?? this.clock.today();
    return this.speech.say('dating.sub', { day: this.speech.day(day), era: formatEra(day, this.speech.lang()) });
  });

  constructor() {
    inject(DatingWords);
    following(this.read);
  }

  protected deadlinesOf(name: WorkListName) {
    return this.answer()?.lists.find((list) => list.name === name)?.deadlines ?? [];
  }

  protected idsOf({ items }: Birthday): string {
    return items.map(({ id }) => id).join();
  }

  /** review says that the agreement was looked at with her today, and goes on. */
  protected async review({ id, version }: { readonly id: string; readonly version: number }): Promise<void> {
    await this.reviewing.send({ version, on: this.clock.today() }, { path: { id } });
  }

  protected stopAdding(): void {
    this.adding.set(false);
    this.added.set(null);
  }

  protected jump(name: WorkListName): void {
    document.getElementById(name)?.scrollIntoView({ block: 'start' });
  }

  protected printList(): void {
    globalThis.print();
  }
}
