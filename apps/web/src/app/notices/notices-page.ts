import { ApplicationRef, ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listReminders } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { EmptyState } from '../ui/empty-state';
import { following } from '../ui/following';
import { Icon } from '../ui/icon';
import { CountPipe, DayPipe } from '../ui/moment-pipes';
import { PageHeading } from '../ui/page-heading';
import { PaperButton } from '../ui/paper-button';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { FindByCode } from './find-by-code';
import { LeftRow } from './left-row';
import { MachinePanel } from './machine-panel';
import { tasksOf } from './notice';
import { NoticeRow } from './notice-row';
import { NoticeWords } from './notice-words';
import { type Done, TaskRow } from './task-row';

const CHANNELS = ['letter', 'phone', 'office'] as const;
const FIRST = 50;
const MOST = 200;

/** NoticesPage is お知らせ: whether the machinery is alive, what people of the house have to do, and what was sent. */
@Component({
  selector: 'az-notices-page',
  imports: [
    CountPipe,
    DayPipe,
    EmptyState,
    FindByCode,
    Icon,
    LeftRow,
    MachinePanel,
    NoticeRow,
    PageHeading,
    PaperButton,
    RouterLink,
    TaskRow,
    Unread,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.calls-only]': 'callsOnly()' },
  templateUrl: './notices-page.html',
  styleUrl: './notices-page.scss',
})
export class NoticesPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  protected readonly words = inject(NoticeWords);
  private readonly app = inject(ApplicationRef);
  private readonly clock = inject(Clock);

  private readonly limit = signal(FIRST);
  protected readonly read = this.api.read(listReminders, () => ({ query: { limit: this.limit() } }));
  protected readonly answer = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly tasks = computed(() => tasksOf(this.answer()?.tasks ?? []));
  /** report is 家族報告書 for everybody, once its day has come. */
  protected readonly report = computed(() => {
    const reports = this.answer()?.familyReports;
    return reports === undefined || reports.dueOn > this.clock.today() ? null : reports;
  });
  /** guides are who is told by mail and has had no ご家族向け案内. */
  protected readonly guides = computed(() => this.answer()?.guidesDue ?? []);
  protected readonly unguided = computed(() => ({
    residentIds: [...new Set(this.guides().map(({ resident }) => resident.id))],
  }));
  protected readonly toDo = computed(() => {
    const { letter, phone, office, left } = this.tasks();
    return (
      letter.length +
      phone.length +
      office.length +
      left.length +
      this.guides().length +
      (this.report() === null ? 0 : 1)
    );
  });
  /** letters are those to print, each for the window of its envelope. */
  protected readonly letters = computed(() => ({ noticeIds: this.tasks().letter.map(({ id }) => id) }));
  protected readonly channels = CHANNELS;
  protected readonly everybody = { residentIds: null };
  protected readonly mayBeMore = computed(
    () => (this.answer()?.notices.length ?? 0) === this.limit() && this.limit() < MOST,
  );
  /** done is what was recorded last, said to those who cannot see that a row has gone. */
  protected readonly done = signal<Done | null>(null);
  protected readonly callsOnly = signal(false);

  constructor() {
    following(this.read);
  }

  protected finish(done: Done): void {
    this.done.set(done);
    this.read.reload();
  }

  protected more(): void {
    this.limit.set(MOST);
  }

  /** printCalls prints the calls alone, to be taken along to the telephone. */
  protected printCalls(): void {
    this.callsOnly.set(true);
    this.app.tick();
    globalThis.addEventListener('afterprint', () => this.callsOnly.set(false), { once: true });
    globalThis.print();
  }

  protected printAll(): void {
    globalThis.print();
  }
}
