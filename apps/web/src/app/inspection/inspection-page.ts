import { ChangeDetectionStrategy, Component, computed, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { listInspections, readInspectionSettings, signInAgain } from '@azukari/contract';

import { Session } from '../session/session';
import { Api, newCommandId, type Sent } from '../ui/api';
import { Banner } from '../ui/banner';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { EmptyState } from '../ui/empty-state';
import { Field } from '../ui/field';
import { formTexts, valueOf } from '../ui/form-texts';
import { formatCount } from '../ui/format';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { InspectingWords } from './inspecting-words';
import { InspectionDownload } from './inspection-download';
import { InspectionSettings } from './inspection-settings';
import { type Days, daysOf, issueOf, type Period, PERIODS } from './period';

/** InspectionPage is 運営指導: the record of a period for whoever comes to inspect, after one has shown again who one is. */
@Component({
  selector: 'az-inspection-page',
  imports: [Banner, Choices, EmptyState, Field, Icon, InspectionSettings, Outcome, PageHeading, Skeleton],
  providers: [InspectionDownload],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './inspection-page.html',
  styleUrl: './inspection-page.scss',
})
export class InspectionPage {
  protected readonly words = inject(InspectingWords);
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly download = inject(InspectionDownload);
  private readonly document = inject(DOCUMENT);
  private readonly api = inject(Api);
  private readonly today = inject(Clock).today();
  protected readonly list = this.api.read(listInspections);
  protected readonly settings = this.api.read(readInspectionSettings, () =>
    this.session.may('read-settings') ? {} : undefined,
  );
  protected readonly valueOf = valueOf;
  protected readonly periods = PERIODS;
  protected readonly count = formatCount;

  protected readonly period = signal<Period>('this-year');
  protected readonly own = signal<Days>(daysOf('quarter', this.today));
  protected readonly days = computed(() => {
    const period = this.period();
    return period === 'own' ? this.own() : daysOf(period, this.today);
  });
  protected readonly issue = computed(() => {
    const issue = issueOf(this.days(), this.today);
    return issue === null ? null : this.speech.say(`inspecting.issue.${issue}`);
  });
  protected readonly told = computed(() => {
    const settings = this.settings.hasValue() ? this.settings.value() : null;
    if (settings === null) return null;
    const { headOffice, mails } = settings;
    if (headOffice === '') return this.speech.say('inspecting.told.none');
    return mails
      ? this.speech.say('inspecting.told.to', { address: headOffice })
      : this.speech.say('inspecting.told.off');
  });
  protected readonly busy = signal(false);
  protected readonly stopped = signal(false);
  protected readonly broken = signal(false);
  /** asks is true while the password is wanted once more. */
  protected readonly asks = signal(false);
  protected readonly confirming = signal(false);
  protected readonly confirmed = signal<Sent<unknown> | null>(null);
  protected readonly ended = signal<Sent<unknown> | null>(null);
  protected readonly made = signal<{ readonly name: string; readonly address: string } | null>(null);
  protected readonly percent = computed(() => {
    const steps = this.download.steps();
    return steps === null || steps.of === 0 ? 0 : Math.floor((100 * steps.done) / steps.of);
  });
  private commandId = newCommandId();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.release();
    });
  }

  protected choose(period: Period): void {
    this.period.set(period);
    this.begin();
  }

  protected chooseDays(change: Partial<Days>): void {
    this.own.update((days) => ({ ...days, ...change }));
    this.begin();
  }

  protected async make(): Promise<void> {
    if (this.busy() || this.issue() !== null) return;
    const days = this.days();
    this.release();
    this.ended.set(null);
    this.stopped.set(false);
    this.broken.set(false);
    this.busy.set(true);
    const sent = await this.download.fetch(days, this.commandId);
    this.busy.set(false);
    this.stopped.set(sent === null);
    this.broken.set(sent?.kind === 'unconfirmed');
    const stale = sent?.kind === 'refused' && sent.refusal.kind === 'sign-in-not-fresh';
    this.asks.set(stale);
    if (sent?.kind === 'done') this.save(days, sent.answer);
    else if (!this.broken() && !stale) this.ended.set(sent);
    this.list.reload();
  }

  /** confirm shows anew who one is, and goes on where it was asked. */
  protected async confirm(event: SubmitEvent): Promise<void> {
    const password = formTexts(event).text('password');
    if (this.confirming()) return;
    this.confirming.set(true);
    const sent = await this.api.send(signInAgain, { password });
    this.confirming.set(false);
    this.confirmed.set(sent.kind === 'done' ? null : sent);
    if (sent.kind !== 'done') return;
    this.session.begin(sent.answer);
    this.asks.set(false);
    await this.make();
  }

  /** Another period is another decision, with a pack of its own. */
  private begin(): void {
    this.commandId = newCommandId();
    this.release();
    this.stopped.set(false);
    this.broken.set(false);
  }

  private save({ from, to }: Days, file: Blob): void {
    this.commandId = newCommandId();
    const made = {
      name: `${this.speech.say('inspection.title')}_${from}_${to}.zip`,
      address: URL.createObjectURL(file),
    };
    this.made.set(made);
    const link = this.document.createElement('a');
    link.href = made.address;
    link.download = made.name;
    link.click();
  }

  private release(): void {
    const made = this.made();
    if (made !== null) URL.revokeObjectURL(made.address);
    this.made.set(null);
  }
}
