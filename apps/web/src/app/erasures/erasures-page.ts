import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { listErasures } from '@azukari/contract';

import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { AskedLine } from './asked-line';
import { ErasingWords } from './erasing';
import { PersonLine } from './person-line';

/** ErasuresPage is 記録の消去: what waits for a second person, whose time of keeping is over, and what was erased. */
@Component({
  selector: 'az-erasures-page',
  imports: [AskedLine, PageHeading, PersonLine, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './erasures-page.html',
  styleUrl: './erasures-page.scss',
})
export class ErasuresPage {
  protected readonly words = inject(ErasingWords);
  protected readonly speech = inject(Speech);
  private readonly today = inject(Clock).today;
  /** of names somebody whose page led here. */
  readonly of = input<string>();
  protected readonly list = inject(Api).read(listErasures);
  private readonly waiting = computed(() => {
    if (!this.list.hasValue()) return [];
    const { left, asked } = this.list.value();
    return left.filter(({ personId }) => !asked.some((one) => one.personId === personId));
  });
  protected readonly chosen = computed(() => this.waiting().find(({ personId }) => personId === this.of()) ?? null);
  private readonly others = computed(() => this.waiting().filter((one) => one !== this.chosen()));
  protected readonly due = computed(() => this.others().filter(({ dueOn }) => dueOn <= this.today()));
  protected readonly kept = computed(() => this.others().filter(({ dueOn }) => dueOn > this.today()));
}
