import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { Router } from '@angular/router';
import { changeCustody, listStaff, readItem } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { DuePicker } from '../ui/due-picker';
import { EmptyState } from '../ui/empty-state';
import { type Holder, HolderPicker } from '../ui/holder-picker';
import type { Item } from '../ui/item-state';
import { ItemTile } from '../ui/item-tile';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Receipts } from '../ui/receipts';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';

/** ChangePage is 替える: the nurse hands the items to the driver, or the clinic runs late. */
@Component({
  selector: 'az-change-page',
  imports: [DuePicker, EmptyState, HolderPicker, ItemTile, Outcome, PageHeading, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page az-page--narrow">
      <az-page-heading [title]="speech.say('change.title')" />
      @if (out(); as custody) {
        <ul class="az-stack" [attr.aria-label]="speech.say('change.items')">
          @for (item of here(); track item.id) {
            <li><az-item-tile [item]="item" [owner]="true" /></li>
          }
        </ul>
        <az-holder-picker
          [me]="session.staff()?.id ?? ''"
          [staff]="staff()"
          [nameError]="changing.error('holder.name')"
          [(holder)]="holder"
        />
        <az-due-picker [purpose]="custody.purpose" [now]="openedAt" [(due)]="due" />
        <az-outcome [of]="changing.ended()" (again)="changing.again()" />
        <button
          type="button"
          class="az-button az-button--primary az-button--big"
          [disabled]="changing.locked()"
          (click)="change()"
        >
          {{ speech.say('change.submit') }}
        </button>
      } @else if (read.isLoading()) {
        <az-skeleton [rows]="2" />
      } @else {
        <az-empty-state icon="info" [title]="speech.say('change.gone')" />
      }
    </div>
  `,
})
export class ChangePage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly receipts = inject(Receipts);
  private readonly router = inject(Router);
  /** items in the address are the ids, joined by commas. */
  readonly items = input('');

  protected readonly openedAt = inject(Clock).now();
  protected readonly read = resource({
    params: () =>
      this.items()
        .split(',')
        .filter((id) => id !== ''),
    loader: ({ params }) => this.load(params),
  });
  protected readonly here = computed<readonly Item[]>(() => (this.read.hasValue() ? this.read.value() : []));
  protected readonly out = computed(() => {
    const custody = this.here()[0]?.custody;
    return custody?.at === 'out' ? custody : null;
  });
  private readonly staffRead = this.api.read(listStaff);
  protected readonly staff = computed(() => (this.staffRead.hasValue() ? this.staffRead.value().staff : []));
  protected readonly holder = linkedSignal<Holder>(() => {
    const holder = this.out()?.holder;
    if (holder?.kind === 'other') return { kind: 'other', relation: holder.relation, name: holder.name };
    return { kind: 'staff', staffId: holder?.staffId ?? this.session.staff()?.id ?? '' };
  });
  protected readonly due = linkedSignal<string | null>(() => this.out()?.dueBackAt ?? null);
  protected readonly changing = commandOf(changeCustody, ({ receipt }) => {
    this.receipts.show('change', receipt, this.here());
    return this.router.navigateByUrl('/today');
  });

  protected async change(): Promise<void> {
    const itemIds = this.here().map(({ id }) => id);
    // What was left as it is stays out of the command: a due time that has passed may stay while the holder changes.
    const dueBackAt = this.due() === this.out()?.dueBackAt ? undefined : this.due();
    const holder = this.sameHolder() ? undefined : this.holder();
    await this.changing.send({
      itemIds,
      ...(holder === undefined ? {} : { holder }),
      ...(dueBackAt === undefined ? {} : { dueBackAt }),
    });
  }

  private sameHolder(): boolean {
    const before = this.out()?.holder;
    const now = this.holder();
    if (now.kind === 'staff') return before?.kind === 'staff' && before.staffId === now.staffId;
    return before?.kind === 'other' && before.relation === now.relation && before.name === now.name;
  }

  private async load(ids: readonly string[]): Promise<readonly Item[]> {
    const asked = await Promise.all(ids.map((id) => this.api.ask(readItem, { path: { id } })));
    return asked.flatMap((one) => (one.kind === 'done' && one.answer.custody.at === 'out' ? [one.answer] : []));
  }
}
