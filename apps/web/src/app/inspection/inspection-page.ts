import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { listInspections, readInspectionSettings } from '@azukari/contract';

import { Session } from '../session/session';
import { SignInAgain } from '../session/sign-in-again';
import { Api, newCommandId } from '../ui/api';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { EmptyState } from '../ui/empty-state';
import { formatCount } from '../ui/format';
import { Icon } from '../ui/icon';
import { PageHeading } from '../ui/page-heading';
import type { Days } from '../ui/period';
import { PeriodFields } from '../ui/period-fields';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { ZipBar } from '../ui/zip-bar';
import { ZipEnd } from '../ui/zip-end';
import { InspectingWords } from './inspecting-words';
import { InspectionDownload } from './inspection-download';
import { InspectionSettings } from './inspection-settings';
import { daysOf, issueOf, type Period, PERIODS } from './period';

/** InspectionPage is 運営指導: the record of a period for whoever comes to inspect, after one has shown again who one is. */
@Component({
  selector: 'az-inspection-page',
  imports: [
    Choices,
    EmptyState,
    Icon,
    InspectionSettings,
    PageHeading,
    PeriodFields,
    SignInAgain,
    Skeleton,
    ZipBar,
    ZipEnd,
  ],
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
  private readonly api = inject(Api);
  private readonly today = inject(Clock).today();
  protected readonly list = this.api.read(listInspections);
  protected readonly settings = this.api.read(readInspectionSettings, () =>
    this.session.may('read-settings') ? {} : undefined,
  );
  protected readonly periods = PERIODS;
  protected readonly count = formatCount;
  protected readonly counted = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(counts).map(([name, amount]) => [name, formatCount(amount)]));

  protected readonly period = signal<Period>('this-year');
  protected readonly own = signal<Days>(daysOf('quarter', this.today));
  protected readonly days = computed(() => {
    const period = this.period();
    return period === 'own' ? this.own() : daysOf(period, this.today);
  });
  protected readonly issue = computed(() => {
    const issue = issueOf(this.days(), this.today);
    return issue === null ? null : this.speech.say(`zip.issue.${issue}`);
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
  /** asks is true while the password is wanted once more. */
  protected readonly asks = signal(false);
  protected readonly progress = computed(() => {
    const steps = this.download.steps();
    const percent = steps === null || steps.of === 0 ? 0 : Math.floor((100 * steps.done) / steps.of);
    return percent === 0
      ? this.speech.say('zip.making')
      : this.speech.say('inspecting.progress', { percent: formatCount(percent) });
  });
  private commandId = newCommandId();

  protected choose(period: Period): void {
    this.period.set(period);
    this.begin();
  }

  protected chooseDays(change: Partial<Days>): void {
    this.own.update((days) => ({ ...days, ...change }));
    this.begin();
  }

  protected async make(): Promise<void> {
    if (this.download.busy() || this.issue() !== null) return;
    const days = this.days();
    const sent = await this.download.make(
      days,
      this.commandId,
      `${this.speech.say('inspection.title')}_${days.from}_${days.to}.zip`,
    );
    this.asks.set(sent?.kind === 'refused' && sent.refusal.kind === 'sign-in-not-fresh');
    if (this.asks()) this.download.forget();
    if (sent?.kind === 'done') this.commandId = newCommandId();
    this.list.reload();
  }

  /** confirm goes on where she was asked to show anew who she is. */
  protected async confirm(): Promise<void> {
    this.asks.set(false);
    await this.make();
  }

  /** Another period is another decision, with a pack of its own. */
  private begin(): void {
    this.commandId = newCommandId();
    this.download.forget();
  }
}
