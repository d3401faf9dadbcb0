import type { ComponentType } from '@angular/cdk/portal';
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { CUSTODY_TYPES } from '@azukari/domain';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';
import { awaitsReview, correctable, type Entry, mayBeCancelled } from '../ui/record/entry';
import { exactMoment } from './exact-moment';
import { type LedgerFilter } from './ledger-filter';
import { ProofDownload } from './proof-download';
import { spanOf } from './span';

/** EntryDetail is all there is of one entry: times with seconds, names of then, the exact text, and what leaders may do. */
@Component({
  selector: 'az-entry-detail',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './entry-detail.html',
  styleUrl: './entry-detail.scss',
})
export class EntryDetail {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  private readonly dialog = inject(MatDialog);
  private readonly proofs = inject(ProofDownload);
  readonly entry = input.required<Entry>();
  readonly log = input.required<LedgerFilter['log']>();
  /** corrected asks the page to read again after something was added about this entry. */
  readonly corrected = output();

  protected readonly proofFailed = signal(false);
  protected readonly mayAmend = computed(() => this.session.may('amend') && correctable(this.entry()).length > 0);
  protected readonly mayCancel = computed(() => this.session.may('cancel') && mayBeCancelled(this.entry()));
  protected readonly mayReview = computed(() => this.session.may('review-emergency') && awaitsReview(this.entry()));
  /** A movement or intake has a receipt on paper as well. */
  protected readonly hasReceipt = computed(
    () => this.log() === 'custody' && CUSTODY_TYPES.some((type) => type === this.entry().type),
  );
  protected readonly times = computed(() => {
    const { recordedAt, occurredAt, behind } = this.entry();
    const span = spanOf(behind);
    return {
      recorded: exactMoment(recordedAt, this.speech),
      occurred: occurredAt === null ? null : exactMoment(occurredAt, this.speech),
      behind:
        behind === 0
          ? null
          : this.speech.say('ledger.detail.behindBody', {
              span: this.speech.say(`ledger.span.${span.unit}`, { count: span.count }),
            }),
    };
  });
  protected readonly own = computed(() => {
    const { private: words, erased } = this.entry();
    return [
      ...Object.entries(words).map(([field, value]) => ({ field, value, gone: false })),
      ...erased.map((field) => ({ field, value: this.speech.say('ledger.erased'), gone: true })),
    ];
  });

  protected async saveProof(): Promise<void> {
    this.proofFailed.set(!(await this.proofs.save(this.entry().seq, this.log())));
  }

  protected async saveReceipt(): Promise<void> {
    this.proofFailed.set(!(await this.proofs.saveReceipt(this.entry().seq)));
  }

  protected async amend(): Promise<void> {
    const { AmendDialog } = await import('./amend-dialog');
    await this.ask(AmendDialog);
  }

  protected async cancel(): Promise<void> {
    const { CancelDialog } = await import('./cancel-dialog');
    await this.ask(CancelDialog);
  }

  protected async review(): Promise<void> {
    const { ReviewDialog } = await import('./review-dialog');
    await this.ask(ReviewDialog);
  }

  private async ask(dialog: ComponentType<unknown>): Promise<void> {
    const ref = this.dialog.open<unknown, Entry, boolean>(dialog, {
      data: this.entry(),
      width: '640px',
      autoFocus: 'first-tabbable',
    });
    if ((await firstValueFrom(ref.afterClosed())) === true) this.corrected.emit();
  }
}
