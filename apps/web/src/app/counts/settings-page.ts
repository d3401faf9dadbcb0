import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { readCounts, setCountPolicy } from '@azukari/contract';
import { SECOND_PERSON } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { commandOf } from '../ui/command';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { Unread } from '../ui/unread';
import { type Counts, CountingWords } from './counting';

const MOST_SHIFTS = 4;

/** SettingsPage is 設定 → 点検: at which changes of shift a house counts, and when a second person looks. */
@Component({
  selector: 'az-count-settings-page',
  imports: [Banner, Outcome, PageHeading, TextField, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.scss',
})
export class SettingsPage {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(CountingWords);
  private readonly session = inject(Session);
  private readonly read = inject(Api).read(readCounts);

  protected readonly seconds = SECOND_PERSON;
  protected readonly most = MOST_SHIFTS;
  protected readonly failed = computed(() => this.read.error() !== undefined);
  protected readonly mayKeep = computed(() => this.session.may('keep-settings'));
  protected readonly draft = linkedSignal<Counts['policy'] | null>(() =>
    this.read.hasValue() ? this.read.value().policy : null,
  );
  protected readonly saved = signal(false);
  protected readonly saving = commandOf(setCountPolicy, (policy) => {
    this.draft.set(policy);
    this.saved.set(true);
  });

  protected change(part: Partial<Counts['policy']>): void {
    this.saved.set(false);
    this.draft.update((draft) => draft && { ...draft, ...part });
  }

  /** write puts a time in place of the one in that row. */
  protected write(row: number, time: string): void {
    this.change({ shifts: this.shifts().map((before, n) => (n === row ? time : before)) });
  }

  protected add(): void {
    this.change({ shifts: [...this.shifts(), ''] });
  }

  protected remove(row: number): void {
    this.saving.forget();
    this.change({ shifts: this.shifts().filter((_, n) => n !== row) });
  }

  protected async save(): Promise<void> {
    const draft = this.draft();
    if (draft === null) return;
    const { version, shifts, second } = draft;
    await this.saving.send({ version, shifts: [...shifts], second });
  }

  /** readAgain fetches what somebody else has changed meanwhile; what was chosen here is then chosen again. */
  protected readAgain(): void {
    this.saving.forget();
    this.read.reload();
  }

  private shifts(): readonly string[] {
    return this.draft()?.shifts ?? [];
  }
}
