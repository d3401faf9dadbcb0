import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AnswerOf, changeNoticeSettings, readNoticeSettings } from '@azukari/contract';
import { AUDIENCES } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { commandOf } from '../ui/command';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { Unread } from '../ui/unread';
import { NoticeWords } from './notice-words';
import { SelfTest } from './self-test';
import { daysWritten, readDays } from './steps';

type Settings = AnswerOf<typeof readNoticeSettings>;
type Step = Settings['steps'][number];
type Draft = Pick<Settings, 'signer' | 'title' | 'hours'> & {
  readonly steps: readonly (Pick<Step, 'kind' | 'own'> & ReturnType<typeof written>)[];
};

const TEXTS = ['signer', 'title', 'hours'] as const;

/** SettingsPage is 設定 → お知らせ: who signs, when people of each kind of date are told, and a mail to try the way. */
@Component({
  selector: 'az-notice-settings-page',
  imports: [Banner, Icon, Outcome, PageHeading, RouterLink, SelfTest, TextField, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.scss',
})
export class SettingsPage {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  protected readonly words = inject(NoticeWords);

  protected readonly texts = TEXTS;
  protected readonly audiences = AUDIENCES;
  protected readonly months = Array.from({ length: 12 }, (_, n) => n + 1);
  protected readonly valueOf = valueOf;
  protected readonly mayKeep = computed(() => this.session.may('keep-settings'));
  protected readonly read = this.api.read(readNoticeSettings);
  protected readonly before = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly draft = linkedSignal<Draft | null>(() => {
    const before = this.before();
    if (before === null) return null;
    const { signer, title, hours } = before;
    const steps = before.steps.map((step) => ({ kind: step.kind, own: step.own, ...written(step) }));
    return { signer, title, hours, steps };
  });
  /** One kind is open at a time; the others say in a line what holds. */
  protected readonly opened = signal<Step['kind'] | null>(null);
  protected readonly saved = signal(false);
  protected readonly unreadable = signal<readonly string[]>([]);
  protected readonly saving = commandOf(changeNoticeSettings, () => {
    this.saved.set(true);
    this.read.reload();
  });

  protected turn(kind: Step['kind']): void {
    this.opened.update((opened) => (opened === kind ? null : kind));
  }

  /** summaryOf is what holds for a kind, in a line. */
  protected summaryOf({ days, thenEveryMonths, audience }: Draft['steps'][number]): string {
    const before = days.trim() === '' ? 'noDays' : 'daysBefore';
    return this.speech.say('notice.settings.summary', {
      before: this.speech.say(`notice.settings.${before}`, { days }),
      then:
        thenEveryMonths === null
          ? this.speech.say('notice.settings.never')
          : this.speech.say('notice.settings.months', { count: thenEveryMonths }),
      audience: this.speech.say(`notice.settings.to.${audience}`),
    });
  }

  protected write(name: (typeof TEXTS)[number], text: string): void {
    this.draft.update((draft) => draft && { ...draft, [name]: text });
  }

  /** set makes the steps of a kind the facility's own. */
  protected set(kind: Step['kind'], part: Partial<Draft['steps'][number]>): void {
    this.draft.update(
      (draft) =>
        draft && {
          ...draft,
          steps: draft.steps.map((step) => (step.kind === kind ? { ...step, own: true, ...part } : step)),
        },
    );
  }

  /** followBook gives the steps of a kind back to the book, and shows what that says. */
  protected followBook(kind: Step['kind']): void {
    const book = this.before()?.steps.find((step) => step.kind === kind)?.book;
    if (book) this.set(kind, { own: false, ...written(book) });
  }

  protected monthly(value: string): number | null {
    return value === '' ? null : Number(value);
  }

  protected async save(): Promise<void> {
    const [draft, before] = [this.draft(), this.before()];
    if (draft === null || before === null) return;
    this.saved.set(false);
    const own = draft.steps.filter((step) => step.own).map((step) => ({ ...step, daysBefore: readDays(step.days) }));
    const unreadable = own.filter(({ daysBefore }) => daysBefore === null).map(({ kind }) => kind);
    this.unreadable.set(unreadable);
    const [first] = unreadable;
    if (first !== undefined) this.opened.set(first);
    const { signer, title, hours } = draft;
    const steps = own.map(({ kind, daysBefore, thenEveryMonths, audience }) => ({
      kind,
      thenEveryMonths,
      audience,
      // Words are no days: the contract refuses them together with whatever else is wrong, before anything leaves.
      daysBefore: [...(daysBefore ?? [NaN])],
    }));
    await this.saving.send({ version: before.version, signer, title, hours, steps });
  }

  /** readAgain fetches what somebody else has changed meanwhile; what was typed here is then typed again. */
  protected readAgain(): void {
    this.saving.forget();
    this.read.reload();
  }
}

function written({ daysBefore, thenEveryMonths, audience }: Step['book']) {
  return { days: daysWritten(daysBefore), thenEveryMonths, audience };
}
