import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { readSwap, receiveEnvelopes } from '@azukari/contract';
import { addDays, type SwapState } from '@azukari/domain';

import { swap } from '../../i18n/ja/swap';
import { Session } from '../session/session';
import { bringWords } from '../ui/manners';
import { Api } from '../ui/api';
import { commandOf } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { valueOf } from '../ui/form-texts';
import { FormEnd } from '../ui/form-end';
import { following } from '../ui/following';
import { Icon } from '../ui/icon';
import { CountPipe, DayPipe, WordPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { type Receipt, Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { envelopesOf, EVERYTHING, kindsOf, type Line, offers, type Swap, type Task, TASKS, wantedOf } from './swap';
import { SwapForm } from './swap-form';
import { SwapLine } from './swap-line';
import { SwapProgress } from './swap-progress';

/** SwapPage is 「8月1日の差し替え」: every yearly paper, how far its swap is, and many of them done at once. */
@Component({
  selector: 'az-swap-page',
  imports: [
    CountPipe,
    DayPipe,
    EmptyState,
    FormEnd,
    Icon,
    Outcome,
    PageHeading,
    RouterLink,
    SwapForm,
    SwapLine,
    SwapProgress,
    Unread,
    WordPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './swap-page.html',
  styleUrl: './swap-page.scss',
})
export class SwapPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly receipts = inject(Receipts);
  /** endsOn in the address is the season; without it the one that is open. */
  readonly endsOn = input<string>();

  protected readonly valueOf = valueOf;
  protected readonly read = this.api.read(readSwap, () => ({ query: { endsOn: this.endsOn() } }));
  protected readonly swap = linkedSignal<Swap | null, Swap | null>({
    source: () => (this.read.hasValue() ? this.read.value() : null),
    // The list stays on the screen while it is read anew.
    computation: (now, before) => now ?? before?.value ?? null,
  });
  protected readonly wanted = signal(EVERYTHING);
  protected readonly lines = computed(() => wantedOf(this.swap()?.lines ?? [], this.wanted()));
  protected readonly kinds = computed(() => kindsOf(this.swap()?.lines ?? []));
  /** early is a season of which nothing can have arrived yet: families have not even been asked to apply. */
  protected readonly early = computed(() => {
    const swap = this.swap();
    return swap !== null && swap.asOf < swap.askFrom;
  });
  protected readonly mayAct = computed(() => this.session.may('take-in') && !this.early());
  protected readonly title = computed(() => this.speech.say('swap.title'));

  private readonly ticked = signal<ReadonlySet<string>>(new Set());
  protected readonly chosen = computed(() => this.lines().filter(({ old }) => this.ticked().has(old.id)));
  protected readonly tickable = computed(() => this.lines().filter(isTickable));
  protected readonly tasks = computed(() =>
    TASKS.map((task) => ({ task, lines: this.chosen().filter((line) => offers(line, task)) })).filter(
      ({ lines }) => lines.length > 0,
    ),
  );
  /** doing is the batch whose form is open. */
  protected readonly doing = signal<Exclude<Task, 'arrive'> | null>(null);
  protected readonly batch = computed(() => {
    const doing = this.doing();
    return doing === null ? [] : this.chosen().filter((line) => offers(line, doing));
  });
  protected readonly arriving = commandOf(receiveEnvelopes, ({ receipt }) => this.finish(receipt));

  constructor() {
    bringWords({ swap });
    following(this.read);
  }

  protected isTicked({ old }: Line): boolean {
    return this.ticked().has(old.id);
  }

  protected canTick(line: Line): boolean {
    return this.mayAct() && isTickable(line);
  }

  protected tick({ old }: Line): void {
    this.ticked.update((ids) => {
      const next = new Set(ids);
      if (!next.delete(old.id)) next.add(old.id);
      return next;
    });
    this.arriving.forget();
  }

  /** tickAll ticks all that is shown, or none when all of it is ticked. */
  protected tickAll(): void {
    const all = this.tickable().map(({ old }) => old.id);
    this.ticked.set(new Set(this.chosen().length === all.length ? [] : all));
  }

  protected narrow(part: Partial<ReturnType<typeof this.wanted>>): void {
    this.wanted.update((before) => ({ ...before, ...part }));
  }

  protected chooseState(state: SwapState): void {
    this.narrow({ state: this.wanted().state === state ? null : state });
  }

  protected chooseKind(event: Event): void {
    this.narrow({ kind: valueOf(event) || null });
  }

  protected chooseSeason(endsOn: string): void {
    this.ticked.set(new Set());
    this.wanted.set(EVERYTHING);
    void this.router.navigate(['/swap'], { queryParams: { endsOn } });
  }

  protected seasonName(endsOn: string): string {
    return this.speech.say('swap.season', { day: this.speech.day(addDays(endsOn, 1)) });
  }

  protected async begin(task: Task): Promise<void> {
    if (task !== 'arrive') {
      this.doing.set(task);
      globalThis.scrollTo({ top: 0 });
      return;
    }
    const lines = this.chosen().filter((line) => offers(line, task));
    await this.arriving.send({ envelopes: envelopesOf(lines) });
  }

  protected finish(receipt: Receipt): void {
    this.receipts.show('recorded', receipt);
    this.doing.set(null);
    this.ticked.set(new Set());
    this.read.reload();
  }

  protected printList(): void {
    globalThis.print();
  }
}

function isTickable(line: Line): boolean {
  return TASKS.some((task) => offers(line, task));
}
