import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listEnvelopes } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { EmptyState } from '../ui/empty-state';
import { following } from '../ui/following';
import { Icon } from '../ui/icon';
import { CountPipe } from '../ui/moment-pipes';
import { PageHeading } from '../ui/page-heading';
import type { PaperDraft } from '../ui/paper';
import { PaperButton } from '../ui/paper-button';
import { type Receipt, Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { ArrivalForm } from './arrival-form';
import type { Envelopes } from './envelope';
import { EnvelopeRow } from './envelope-row';

/** EnvelopesPage is 未開封の封筒: what arrived and nobody opened, the longest first, and the way on for each. */
@Component({
  selector: 'az-envelopes-page',
  imports: [
    ArrivalForm,
    Banner,
    CountPipe,
    EmptyState,
    EnvelopeRow,
    Icon,
    PageHeading,
    PaperButton,
    RouterLink,
    Unread,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './envelopes-page.html',
  styleUrl: './envelopes-page.scss',
})
export class EnvelopesPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly receipts = inject(Receipts);

  protected readonly read = this.api.read(listEnvelopes);
  protected readonly answer = linkedSignal<Envelopes | null, Envelopes | null>({
    source: () => (this.read.hasValue() ? this.read.value() : null),
    computation: (now, before) => now ?? before?.value ?? null,
  });
  protected readonly overdue = computed(() => this.answer()?.envelopes.filter(({ overdue }) => overdue).length ?? 0);
  protected readonly adding = signal(false);
  /** paper is F14 of all that are listed; one that was made of another list is not offered any more. */
  protected readonly paper = computed<PaperDraft>(() => (this.answer() === null ? {} : { residentIds: null }));

  constructor() {
    following(this.read);
  }

  protected finish(receipt: Receipt): void {
    this.receipts.show('recorded', receipt);
    this.adding.set(false);
    this.read.reload();
  }
}
