import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AnswerOf, listUnsigned, makeAgreements } from '@azukari/contract';
import { type Capacity, HOW_HEARD } from '@azukari/domain';

import { Api } from '../ui/api';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { DayField } from '../ui/day-field';
import { EmptyState } from '../ui/empty-state';
import { FormEnd } from '../ui/form-end';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { Unread } from '../ui/unread';
import { SignedWords } from './signed-words';

type Unsigned = AnswerOf<typeof listUnsigned>['residents'][number];
type HowHeard = (typeof HOW_HEARD)[number];

/** Signer is somebody who may have signed: the resident herself, or one of her contacts. */
interface Signer {
  readonly name: string;
  readonly capacity: Capacity;
}

/** SignedPage writes down the 預かり依頼書 that came in together: who of the list, who signed each, and what all have in common. */
@Component({
  selector: 'az-signed-page',
  imports: [Choices, DayField, EmptyState, FormEnd, Icon, Outcome, PageHeading, RouterLink, TextField, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './signed-page.html',
  styleUrl: './signed-page.scss',
})
export class SignedPage {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  private readonly clock = inject(Clock);
  protected readonly read = inject(Api).read(listUnsigned);

  protected readonly ways = HOW_HEARD;
  protected readonly residents = computed(() => (this.read.hasValue() ? this.read.value().residents : []));
  protected readonly ticked = linkedSignal<readonly Unsigned[], ReadonlySet<string>>({
    source: this.residents,
    computation: () => new Set(),
  });
  /** Which of her signers signed, where it is not the first. */
  private readonly signers = signal<ReadonlyMap<string, number>>(new Map());
  protected readonly signedOn = signal<string | null>(this.clock.today());
  protected readonly reason = signal('');
  protected readonly willHeard = signal<HowHeard | null>(null);
  protected readonly paperPlace = signal('');
  protected readonly making = commandOf(makeAgreements, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    this.signers.set(new Map());
    this.read.reload();
  });

  constructor() {
    inject(SignedWords);
  }

  protected signersOf({ name, contacts }: Unsigned): readonly Signer[] {
    return [{ name, capacity: 'resident' }, ...contacts];
  }

  protected chosen({ id }: Unsigned): number {
    return this.signers().get(id) ?? 0;
  }

  protected choose({ id }: Unsigned, event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const at = event.target.selectedIndex;
    this.signers.update((now) => new Map([...now, [id, at]]));
  }

  protected tick({ id }: Unsigned): void {
    this.ticked.update((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  }

  protected kindsOf({ kinds }: Unsigned): string {
    return kinds.map((kind) => this.speech.word('kind', kind)).join('・');
  }

  protected async make(): Promise<void> {
    const signed = this.residents()
      .filter(({ id }) => this.ticked().has(id))
      .flatMap((one) => {
        const signer = this.signersOf(one)[this.chosen(one)];
        if (!signer) return [];
        return { residentId: one.id, kinds: [...one.kinds], signerName: signer.name, capacity: signer.capacity };
      });
    const on = this.signedOn() ?? '';
    await this.making.send({
      reason: this.reason(),
      willHeard: this.willHeard() as HowHeard,
      paperPlace: this.paperPlace(),
      signedOn: on,
      from: on,
      signed,
    });
  }
}
