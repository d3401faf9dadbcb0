import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { type AnswerOf, changeNoticeWords, previewNoticeWords, readNoticeWords } from '@azukari/contract';
import {
  FAMILY_KINDS,
  type FamilyKind,
  NOTICE_LANGUAGES,
  type NoticeLanguage,
  WORDING_PARTS,
  WORDING_TIMES,
  type WordingTime,
} from '@azukari/domain';

import { Session } from '../session/session';
import { Api, type Sent } from '../ui/api';
import { Banner } from '../ui/banner';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { issueText } from '../ui/issue-text';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { Unread } from '../ui/unread';
import { NoticeExample } from './notice-example';
import { NoticeWords } from './notice-words';

type Words = AnswerOf<typeof readNoticeWords>['words'][number];
type Parts = Words['book'];
type Example = AnswerOf<typeof previewNoticeWords>;

/** WordsPage is お知らせの文面: what is said of each kind of date in each language, and how a family would read it. */
@Component({
  selector: 'az-notice-words-page',
  imports: [Banner, Choices, NoticeExample, Outcome, PageHeading, TextField, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './words-page.html',
  styleUrl: './words-page.scss',
})
export class WordsPage {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  protected readonly words = inject(NoticeWords);

  protected readonly kinds = FAMILY_KINDS;
  protected readonly languages = NOTICE_LANGUAGES;
  protected readonly times = WORDING_TIMES;
  protected readonly partNames = WORDING_PARTS;
  protected readonly mayKeep = computed(() => this.session.may('keep-settings'));
  protected readonly read = this.api.read(readNoticeWords);
  private readonly answer = computed(() => (this.read.hasValue() ? this.read.value() : null));

  protected readonly kind = signal<FamilyKind>('certificate-expiry');
  protected readonly language = signal<NoticeLanguage>('ja');
  protected readonly when = signal<WordingTime>('before');
  private readonly key = computed(() => `${this.kind()}/${this.language()}/${this.when()}`);
  protected readonly current = computed(
    () =>
      this.answer()?.words.find(
        ({ kind, language, when }) => kind === this.kind() && language === this.language() && when === this.when(),
      ) ?? null,
  );
  /** What is typed and not saved stays while one looks at another kind. */
  private readonly typed = signal<Readonly<Record<string, Parts>>>({});
  protected readonly parts = computed(() => {
    const current = this.current();
    return current && (this.typed()[this.key()] ?? saidNow(current));
  });
  protected readonly isBook = computed(() => {
    const [parts, book] = [this.parts(), this.current()?.book];
    return parts === null || WORDING_PARTS.every((part) => parts[part] === book?.[part]);
  });

  protected readonly saved = linkedSignal({ source: this.key, computation: () => false });
  protected readonly example = linkedSignal<string, Example | null>({ source: this.key, computation: () => null });
  protected readonly unseen = linkedSignal<string, Sent<unknown> | null>({ source: this.key, computation: () => null });
  protected readonly saving = commandOf(changeNoticeWords, () => {
    this.forget();
    this.saved.set(true);
    this.read.reload();
  });

  protected write(part: keyof Parts, text: string): void {
    const parts = this.parts();
    if (parts) this.keep({ ...parts, [part]: text });
  }

  /** followBook shows what the book says; it is the house's again once it is saved. */
  protected followBook(): void {
    const book = this.current()?.book;
    if (book) this.keep(book);
  }

  protected braced(field: string): string {
    return `{${field}}`;
  }

  protected error(part: keyof Parts): string | null {
    return this.saving.error(part) ?? issueText(this.unseen(), part, this.speech);
  }

  protected async save(): Promise<void> {
    const [order, answer] = [this.order(), this.answer()];
    this.saved.set(false);
    this.unseen.set(null);
    if (order && answer) await this.saving.send({ ...order, version: answer.version });
  }

  /** show has the composer of all notices word an example with what is typed here. */
  protected async show(): Promise<void> {
    const [order, key] = [this.order(), this.key()];
    if (!order) return;
    this.saving.forget();
    const sent = await this.api.send(previewNoticeWords, order);
    if (key !== this.key()) return;
    this.example.set(sent.kind === 'done' ? sent.answer : null);
    this.unseen.set(sent.kind === 'done' ? null : sent);
  }

  protected readAgain(): void {
    this.saving.forget();
    this.read.reload();
  }

  private order() {
    const parts = this.parts();
    return parts && { kind: this.kind(), language: this.language(), when: this.when(), ...parts };
  }

  private keep(parts: Parts): void {
    this.saved.set(false);
    this.typed.update((typed) => ({ ...typed, [this.key()]: parts }));
  }

  private forget(): void {
    const { [this.key()]: saved, ...others } = this.typed();
    this.typed.set(others);
  }
}

function saidNow({ own, book }: Words): Parts {
  const parts = { ...book };
  for (const part of WORDING_PARTS) parts[part] = own?.[part] || book[part];
  return parts;
}
