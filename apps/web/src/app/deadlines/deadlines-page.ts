import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { listDeadlines } from '@azukari/contract';

import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { EmptyState } from '../ui/empty-state';
import { following } from '../ui/following';
import { formatEra, formatMonth } from '../ui/format';
import { Icon } from '../ui/icon';
import { CountPipe } from '../ui/moment-pipes';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { wholeOnPaper } from '../ui/whole-on-paper';
import { DatingWords } from './dating-words';
import { among, type Bucket, chartOf, type Family, NEAR } from './deadline';
import { DeadlineGroup } from './deadline-group';
import { DeadlineTabs } from './deadline-tabs';
import { barsOf, type Group, type Grouping, GROUPINGS, groupsOf, openAtFirst } from './grouping';
import { MonthChart } from './month-chart';

/** DeadlinesPage is 期限: every date of what is kept, with what nobody knows first, and why each is that day. */
@Component({
  selector: 'az-deadlines-page',
  imports: [CountPipe, DeadlineGroup, DeadlineTabs, EmptyState, Icon, MonthChart, PageHeading, RouterLink, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './deadlines-page.html',
  styleUrl: './deadlines-page.scss',
})
export class DeadlinesPage {
  protected readonly speech = inject(Speech);
  private readonly router = inject(Router);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  /** by and month come from the address. */
  readonly by = input<string>();
  readonly month = input<string>();

  protected readonly read = this.api.read(listDeadlines);
  protected readonly answer = computed(() => (this.read.hasValue() ? this.read.value() : null));
  /** Who may not see a profile is not told of families. */
  protected readonly groupings = computed(() =>
    GROUPINGS.filter((one) => one !== 'family' || this.answer()?.families !== null),
  );
  protected readonly grouping = computed<Grouping>(() => this.groupings().find((one) => one === this.by()) ?? 'month');
  protected readonly bars = computed(() => {
    const answer = this.answer();
    return answer === null ? [] : barsOf(answer.deadlines, answer.asOf);
  });
  protected readonly chosen = computed<Bucket | null>(() => {
    const answer = this.answer();
    return (answer && [NEAR, ...chartOf(answer.asOf)].find((one) => one === this.month())) ?? null;
  });
  /** near is how many 今日 counts. */
  protected readonly near = computed(() => {
    const answer = this.answer();
    return answer === null ? 0 : among(answer.deadlines, NEAR, answer.asOf).length;
  });
  protected readonly nearest = NEAR;
  protected readonly groups = computed<readonly Group[]>(() => {
    const answer = this.answer();
    if (answer === null) return [];
    const { asOf, deadlines } = answer;
    const chosen = this.chosen();
    const shown = chosen === null ? deadlines : among(deadlines, chosen, asOf);
    return groupsOf(shown, { by: this.grouping(), asOf, families: answer.families ?? [] });
  });
  protected readonly printing = wholeOnPaper();
  /** What a person opened or folded stays so until the list is put in another order; new answers change nothing about it. */
  private readonly turned = linkedSignal<string, ReadonlyMap<string, boolean>>({
    source: () => `${this.grouping()}/${this.chosen() ?? ''}`,
    computation: () => new Map(),
  });
  private readonly atFirst = computed(() => openAtFirst(this.groups()));
  protected readonly allOpen = computed(() => this.groups().every(({ key }) => this.isOpen(key)));
  /** sub stands there before the answer comes, so that nothing below it moves. */
  protected readonly sub = computed(() => {
    const day = this.answer()?.asOf ?? this.clock.today();
    return this.speech.say('dating.sub', { day: this.speech.day(day), era: formatEra(day, this.speech.lang()) });
  });

  constructor() {
    inject(DatingWords);
    following(this.read);
  }

  protected nameOf({ of }: Group): string {
    if (of.by === 'kind') return this.speech.word('kind', of.kind);
    if (of.by === 'month') return this.bucketName(of.bucket);
    if (of.by === 'family') return of.family === null ? this.speech.say('dating.noFamily') : this.familyName(of.family);
    return of.resident === null
      ? this.speech.say('words.nobody')
      : this.speech.person(of.resident.name, of.resident.kana);
  }

  private familyName({ name, relation }: Family): string {
    const person = this.speech.person(name);
    return relation === '' ? person : this.speech.say('dating.family', { person, relation });
  }

  protected bucketName(bucket: Bucket): string {
    if (bucket === NEAR) return this.speech.say('dating.near');
    return /^\d/.test(bucket)
      ? formatMonth(bucket, this.speech.lang(), 'long')
      : this.speech.say(`dating.group.${bucket}`);
  }

  /** leadOf says what to do with a group whose heading does not say it. */
  protected leadOf({ of }: Group): string | null {
    if (of.by !== 'month' || !['unknown', 'ask', 'past', 'closed'].includes(of.bucket)) return null;
    return this.speech.say(`dating.lead.${of.bucket}`);
  }

  /** A second press on the same bar shows everything again. */
  protected choose(bucket: Bucket | null): void {
    this.go({ month: bucket === this.chosen() ? null : bucket });
  }

  protected order(by: Grouping): void {
    this.go({ by: by === 'month' ? null : by });
  }

  protected isOpen(key: string): boolean {
    return this.turned().get(key) ?? this.atFirst().has(key);
  }

  protected toggle(key: string): void {
    this.turned.update((turned) => new Map([...turned, [key, !this.isOpen(key)]]));
  }

  protected openAll(open: boolean): void {
    this.turned.set(new Map(this.groups().map(({ key }) => [key, open])));
  }

  protected printList(): void {
    globalThis.print();
  }

  private go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate(['/deadlines'], { queryParams, queryParamsHandling: 'merge' });
  }
}
