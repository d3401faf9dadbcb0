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
import { PaperButton } from '../ui/paper-button';
import { type Receipt, Receipts } from '../ui/receipts';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { ArrivalForm } from './arrival-form';
import type { Envelopes } from './envelope';
import { EnvelopeRow } from './envelope-row';

const NO_IDS: readonly string[] = [];

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
    Skeleton,
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
  protected readonly paper = computed(() => {
    const itemIds = (this.answer()?.envelopes ?? []).slice(0, MOST_ON_PAPER).map(({ id }) => id);
    return { itemIds: itemIds.length === 0 ? [...NO_IDS] : itemIds };
  });

  constructor() {
    following(this.read);
  }

  protected finish(receipt: Receipt): void {
    this.receipts.show('recorded', receipt);
    this.adding.set(false);
    this.read.reload();
  }
}

/** So many items a form takes. */
const MOST_ON_PAPER = 100;
