import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { type AnswerOf, changeCustody, checkIn } from '@azukari/contract';

import { Session } from '../session/session';
import { Banner } from '../ui/banner';
import { Board } from '../ui/board';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { DueChip } from '../ui/due-chip';
import { EmptyState } from '../ui/empty-state';
import { HolderChip } from '../ui/holder-chip';
import { Icon } from '../ui/icon';
import { KindShapeDrawing } from '../ui/kind-shape';
import { Outcome } from '../ui/outcome';
import { isLeftBehind, type OutGroup, outGroups } from '../ui/out-groups';
import { PageHeading } from '../ui/page-heading';
import { type Receipt, Receipts } from '../ui/receipts';
import { ScanLine, type ScannedPouch } from '../ui/scan/scan-line';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { LeftBehind, type Left } from './left-behind';

const MANY = 8;
const STILL_MS = 3_000;
/** VISITS are the purposes from which one comes back without the cards now and then. */
const VISITS = ['outpatient', 'pharmacy', 'other'];

/** CheckInPage is もどす: everything that is out, one tap each. It is refused to nobody who is signed in. */
@Component({
  selector: 'az-check-in-page',
  imports: [
    Banner,
    DueChip,
    EmptyState,
    HolderChip,
    Icon,
    KindShapeDrawing,
    LeftBehind,
    Outcome,
    PageHeading,
    ScanLine,
    Unread,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './check-in-page.html',
  styleUrl: './check-in-page.scss',
})
export class CheckInPage {
  protected readonly speech = inject(Speech);
  protected readonly board = inject(Board);
  protected readonly clock = inject(Clock);
  protected readonly session = inject(Session);
  private readonly receipts = inject(Receipts);

  /** item in the address is the one that somebody wants to put back: its group stands first, and it is marked. */
  readonly item = input<string>();

  protected readonly text = signal('');
  protected readonly puttingBack = commandOf(checkIn, ({ receipt }) => this.keepStill(receipt));
  /** asked is a pouch of which several things are out: the list shows them, and they may come back together. */
  protected readonly asked = signal<{ readonly path: string; readonly ids: readonly string[] } | null>(null);
  protected readonly leaving = commandOf(changeCustody, ({ receipt }) => this.finish('change', receipt));
  protected readonly isLeftBehind = isLeftBehind;
  /** What was put back just now, and the list as it stood: nothing may slide under a thumb that presses twice. */
  protected readonly back = signal<ReadonlySet<string>>(new Set());
  private readonly still = signal<readonly OutGroup[] | null>(null);
  private moving: ReturnType<typeof setTimeout> | undefined;
  private readonly all = computed(() => this.still() ?? this.fresh());
  private readonly fresh = computed(() => {
    const groups = outGroups(this.board.current()?.out ?? []);
    const asked = (group: OutGroup): number => Number(group.items.some(({ id }) => id === this.item()));
    return [...groups].sort((a, b) => asked(b) - asked(a));
  });
  protected readonly many = computed(() => this.all().length > MANY);
  protected readonly groups = computed(() => {
    const text = this.text().trim();
    const pouch = this.asked();
    return this.all().filter(
      ({ resident, items }) =>
        (pouch === null || items.some(({ id }) => pouch.ids.includes(id))) &&
        (text === '' ||
          (resident !== null && [resident.name, resident.kana, resident.room].some((part) => part.includes(text)))),
    );
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.moving));
  }

  /** One thing of a pouch that is out comes back as its label is read; of several it is asked which. */
  protected async putPouchBack({ path, items }: ScannedPouch, line: ScanLine): Promise<void> {
    // What was asked just now; the list on the screen may be some seconds old.
    const ids = items.flatMap(({ id, custody }) => (custody.at === 'out' ? id : []));
    if (ids.length > 1) await this.board.refresh();
    this.asked.set(ids.length > 1 ? { path, ids } : null);
    if (ids.length === 0) line.refuse(path);
    if (ids.length === 1) await this.putBack(ids);
  }

  protected async putBack(itemIds: readonly string[]): Promise<void> {
    await this.puttingBack.send({ itemIds: [...itemIds] });
  }

  protected wasVisit({ purpose }: OutGroup): boolean {
    return VISITS.includes(purpose);
  }

  /** leaveBehind makes the place of the visit the holder: the items are there, and nobody here has them. */
  protected async leaveBehind({ itemIds, relation, name }: Left): Promise<void> {
    const holder = { kind: 'other', relation, name } as const;
    await this.leaving.send({ itemIds: [...itemIds], holder });
  }

  protected idsOf(items: readonly { readonly id: string }[]): readonly string[] {
    return items.map(({ id }) => id);
  }

  protected isBack(items: readonly { readonly id: string }[]): boolean {
    return items.every(({ id }) => this.back().has(id));
  }

  private keepStill(receipt: AnswerOf<typeof checkIn>['receipt']): Promise<void> {
    this.still.set(this.all());
    this.asked.set(null);
    this.back.update((ids) => new Set([...ids, ...receipt.entries.flatMap(({ itemId }) => itemId ?? [])]));
    clearTimeout(this.moving);
    this.moving = setTimeout(() => {
      this.still.set(null);
      this.back.set(new Set());
    }, STILL_MS);
    return this.finish('check-in', receipt);
  }

  private finish(verb: string, receipt: Receipt): Promise<void> {
    this.receipts.show(verb, receipt, this.board.current()?.out ?? []);
    return this.board.refresh();
  }
}
