import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, output, signal } from '@angular/core';
import { listStaff, SWAP_RECEIVERS, swapPapers } from '@azukari/contract';
import { SWAP_ENDS } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { DayField } from '../ui/day-field';
import { Field } from '../ui/field';
import { goToFirstError } from '../ui/first-error';
import { FormEnd } from '../ui/form-end';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { KindShapeDrawing } from '../ui/kind-shape';
import { CountPipe, DayPipe, WordPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import type { Receipt } from '../ui/receipts';
import { Speech } from '../ui/speech';
import type { Line, Task } from './swap';

/** SwapForm is one batch before it is recorded: what the new papers bear, what becomes of the old ones, and who looks on. */
@Component({
  selector: 'az-swap-form',
  imports: [Banner, Choices, CountPipe, DayField, DayPipe, Field, FormEnd, Icon, KindShapeDrawing, Outcome, WordPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './swap-form.html',
  styleUrl: './swap-form.scss',
})
export class SwapForm {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly injector = inject(Injector);
  readonly task = input.required<Exclude<Task, 'arrive'>>();
  readonly lines = input.required<readonly Line[]>();
  readonly endsOn = input.required<string>();
  readonly nextEndsOn = input.required<string>();
  readonly done = output<Receipt>();
  readonly quit = output();

  protected readonly ends = SWAP_ENDS;
  protected readonly receivers = SWAP_RECEIVERS;
  protected readonly disposition = signal<(typeof SWAP_ENDS)[number]>('destroyed');
  protected readonly receiver = signal<(typeof SWAP_RECEIVERS)[number]>('insurer');
  protected readonly witnessId = signal<string | null>(null);
  private readonly staffRead = this.api.read(listStaff);
  protected readonly witnesses = computed(() => {
    const me = this.session.staff()?.id;
    return this.staffRead.hasValue()
      ? this.staffRead.value().staff.filter(({ id, leftOn }) => id !== me && leftOn === null)
      : [];
  });
  /** Days that differ from the one all others bear, by the old paper. */
  protected readonly days = signal<ReadonlyMap<string, string | null>>(new Map());
  /** ending are the old papers that end now; the others still count. */
  protected readonly ending = computed(() => this.lines().filter(({ old }) => !old.counts).length);
  protected readonly tried = signal(false);
  protected readonly witnessError = computed(() =>
    this.tried() && this.ending() > 0 && this.witnessId() === null ? this.speech.say('swap.witnessMissing') : null,
  );
  protected readonly swapping = commandOf(swapPapers, ({ receipt }) => {
    this.done.emit(receipt);
  });

  protected who({ resident }: Line): string {
    return this.speech.person(resident.name);
  }

  protected dayOf({ old }: Line): string | null {
    const days = this.days();
    return days.has(old.id) ? (days.get(old.id) ?? null) : this.nextEndsOn();
  }

  protected differs({ old }: Line): boolean {
    return this.days().has(old.id);
  }

  protected setDay({ old }: Line, day: string | null): void {
    this.days.update((days) => new Map(days).set(old.id, day));
  }

  protected chooseWitness(event: Event): void {
    this.witnessId.set(valueOf(event) || null);
  }

  protected errorOf(n: number): string | null {
    return this.swapping.error(`rows.${String(n)}.printedExpiresOn`);
  }

  protected async record(): Promise<void> {
    this.tried.set(true);
    if (this.witnessError() !== null) {
      goToFirstError(this.injector);
      return;
    }
    await this.swapping.send({
      endsOn: this.endsOn(),
      rows: this.lines().map((line) => ({
        oldId: line.old.id,
        nextId: line.next?.id ?? null,
        envelopeId: line.envelope?.id ?? null,
        printedExpiresOn: line.next === null ? this.dayOf(line) : null,
      })),
      disposition: this.disposition(),
      receiver: this.receiver(),
      witnessId: this.witnessId(),
    });
  }
}
