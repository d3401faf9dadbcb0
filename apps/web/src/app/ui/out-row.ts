import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { GRACE_MINUTES, type Instant } from '@azukari/domain';

import { DueChip } from './due-chip';
import { minutesLate } from './format';
import { HolderChip } from './holder-chip';
import { Icon } from './icon';
import { KindShapeDrawing } from './kind-shape';
import { isLeftBehind, isStay, type OutGroup } from './out-groups';
import { PaperButton } from './paper-button';
import { Speech } from './speech';

/** OutRow is what is out together: who is waited for, who has it, until when; もどす asks once which, and where it goes. */
@Component({
  selector: 'az-out-row',
  imports: [DueChip, HolderChip, Icon, KindShapeDrawing, PaperButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './out-row.html',
  styleUrl: './out-row.scss',
})
export class OutRow {
  protected readonly speech = inject(Speech);
  readonly group = input.required<OutGroup>();
  readonly now = input.required<Instant>();
  readonly mayChange = input(false);
  readonly mayPutBack = input(true);
  readonly mayPrint = input(false);
  readonly busy = input(false);
  readonly changeHolder = output<OutGroup>();
  /** putBack gives the ids of the items that lie in the safe again. */
  readonly putBack = output<readonly string[]>();

  /** lateSince is the due time in words once the chip speaks of the delay instead. */
  protected readonly lateSince = computed(() => {
    const due = this.group().dueBackAt;
    return due !== null && minutesLate(due, this.now()) >= GRACE_MINUTES ? due : null;
  });
  /** leftBehind is true while the items lie where the visit was, and somebody has to call there. */
  protected readonly leftBehind = computed(() => isLeftBehind(this.group()));
  /** stay is whose things are out on a stay: when she comes back, one asks of each. */
  protected readonly stay = computed(() => (isStay(this.group()) ? (this.group().resident?.id ?? null) : null));
  protected readonly paper = computed(() => ({ itemIds: this.group().items.map(({ id }) => id) }));
  protected readonly open = signal(false);
  protected readonly chosen = linkedSignal<readonly string[]>(() => this.group().items.map(({ id }) => id));
  protected readonly who = computed(() => {
    const resident = this.group().resident;
    return resident === null ? this.speech.say('words.nobody') : this.speech.person(resident.name, resident.kana);
  });

  protected isChosen(id: string): boolean {
    return this.chosen().includes(id);
  }

  protected toggle(id: string): void {
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }
}
