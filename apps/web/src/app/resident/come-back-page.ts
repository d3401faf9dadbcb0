import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { comeBack, listContacts, listItems } from '@azukari/contract';
import { addDays, type Instant, STAY_ANSWERS, type StayAnswer, tokyoTime } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Board } from '../ui/board';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { contactHolder } from '../ui/holder-picker';
import { DuePicker } from '../ui/due-picker';
import { EmptyState } from '../ui/empty-state';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import { FormEnd } from '../ui/form-end';
import { HandOverChip } from '../ui/hand-over-chip';
import { KindShapeDrawing } from '../ui/kind-shape';
import { Outcome } from '../ui/outcome';
import { isStay } from '../ui/out-groups';
import { PageHeading } from '../ui/page-heading';
import { PaperButton } from '../ui/paper-button';
import { Receipts } from '../ui/receipts';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { LeavingWords } from './leaving-words';

const DAYS_TO_FETCH = 7;
const SOMEBODY = '';

/** ComeBackPage is 退院 and the end of a 外泊: everything that went along, and of each thing where it is now, in one command. */
@Component({
  selector: 'az-come-back-page',
  imports: [
    Choices,
    DuePicker,
    EmptyState,
    Field,
    FormEnd,
    HandOverChip,
    KindShapeDrawing,
    Outcome,
    PageHeading,
    PaperButton,
    RouterLink,
    Skeleton,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './come-back-page.html',
  styles: `
    .items {
      display: grid;
      gap: 12px;
    }
    .items li {
      display: grid;
      gap: 10px;
      padding: 14px;
      border: 1px solid var(--az-line);
      border-radius: var(--az-radius);
      background: var(--az-surface);
    }
    .name {
      display: flex;
      align-items: center;
      gap: 10px;
    }
  `,
})
export class ComeBackPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly clock = inject(Clock);
  private readonly api = inject(Api);
  private readonly board = inject(Board);
  private readonly receipts = inject(Receipts);
  private readonly router = inject(Router);
  readonly id = input.required<string>();

  protected readonly valueOf = valueOf;
  private readonly itemsRead = this.api.read(listItems, () => ({ query: { residentId: this.id(), limit: 200 } }));
  private readonly contactsRead = this.api.read(listContacts, () =>
    this.session.may('see-profile') ? { query: { residentId: this.id() } } : undefined,
  );
  protected readonly contacts = computed(() =>
    this.contactsRead.hasValue() ? this.contactsRead.value().contacts : [],
  );
  protected readonly away = computed(() =>
    this.itemsRead.hasValue() ? this.itemsRead.value().items.filter(({ custody }) => isStay(custody)) : null,
  );
  protected readonly owner = computed(() => this.away()?.[0]?.resident ?? null);
  /** answers is what somebody may say; who is not appointed today puts things back, and no more. */
  protected readonly answers = computed<readonly StayAnswer[]>(() =>
    this.session.may('change') ? STAY_ANSWERS : ['back'],
  );
  protected readonly said = signal<ReadonlyMap<string, StayAnswer>>(new Map());
  protected readonly open = computed(() => (this.away() ?? []).filter(({ id }) => !this.said().has(id)).length);
  protected readonly there = linkedSignal(() => {
    const custody = this.away()?.[0]?.custody;
    return custody?.at === 'out' ? (custody.destination ?? '') : '';
  });
  protected readonly contactId = signal(SOMEBODY);
  protected readonly familyName = signal('');
  protected readonly contact = computed(() => this.contacts().find(({ id }) => id === this.contactId()));
  protected readonly due = signal<Instant | null>(tokyoTime(addDays(this.clock.today(), DAYS_TO_FETCH), '17:00'));
  protected readonly coming = commandOf(comeBack, async ({ receipt }) => {
    this.receipts.show('recorded', receipt, this.away() ?? []);
    await this.board.refresh();
    await this.router.navigate(['/residents', this.id()]);
  });

  constructor() {
    inject(LeavingWords);
  }

  protected answer(id: string, as: StayAnswer): void {
    this.said.update((before) => new Map([...before, [id, as]]));
  }

  protected isSaid(...answers: readonly StayAnswer[]): boolean {
    return [...this.said().values()].some((as) => answers.includes(as));
  }

  protected async record(): Promise<void> {
    const contact = this.contact();
    const holder = contact && contactHolder(contact);
    const family =
      holder?.kind === 'other'
        ? { relation: holder.relation, name: holder.name, contactId: holder.contactId ?? null }
        : { relation: 'family' as const, name: this.familyName() };
    await this.coming.send({
      items: [...this.said()].map(([itemId, as]) => ({ itemId, as })),
      there: this.isSaid('left-there') ? this.there() : null,
      family: this.isSaid('with-family') ? family : null,
      dueBackAt: this.isSaid('left-there', 'with-family') ? this.due() : null,
    });
  }
}
