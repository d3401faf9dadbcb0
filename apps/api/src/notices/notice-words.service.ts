import { Inject, Injectable } from '@nestjs/common';
import { FAMILY_KINDS, NOTICE_LANGUAGES, WORDING_PARTS, WORDING_TIMES, wordingFields } from '@azukari/domain';
import type { OwnWords, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { Composer } from './composer.ts';
import { NoticeChoices, versionOf } from './notice-choices.ts';
import { readNoticeSettings } from './notice-settings.ts';
import { bookWords, exampleOf } from './words/example.ts';

type Answer = AnswerOf<typeof contract.readNoticeWords>;
type About = Pick<OwnWords, 'kind' | 'language' | 'when'>;

const EVERY: readonly About[] = FAMILY_KINDS.flatMap((kind) =>
  NOTICE_LANGUAGES.flatMap((language) => WORDING_TIMES.map((when) => ({ kind, language, when }))),
);

/** NoticeWordsService keeps what a facility says to families in its own words, and shows how it would read. */
@Injectable()
export class NoticeWordsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly choices: NoticeChoices,
    private readonly composer: Composer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  read(by: SignedIn): Promise<Answer> {
    return this.answer(this.database.reads.sql, by.facilityId);
  }

  change(by: SignedIn, body: BodyOf<typeof contract.changeNoticeWords>): Promise<Answer> {
    return this.choices.change(
      { by, route: 'changeNoticeWords', body },
      (before) => {
        const { commandId, version, ...given } = body;
        const own = onlyOwn(given);
        if (same(own, before.words.find(isAbout(given)))) return { settings: {}, entries: [] };
        const others = before.words.filter((one) => !isAbout(given)(one));
        const said = own ?? { kind: given.kind, language: given.language, when: given.when };
        return {
          settings: { words: own === undefined ? others : [...others, own] },
          entries: [houseEntry('notices.set', { setting: 'words' }, { private: { text: JSON.stringify(said) } })],
        };
      },
      (sql) => this.answer(sql, by.facilityId),
    );
  }

  /** preview words a notice with these words, saved or not, by the composer of all others. */
  async preview(
    by: SignedIn,
    body: BodyOf<typeof contract.previewNoticeWords>,
  ): Promise<AnswerOf<typeof contract.previewNoticeWords>> {
    const house = await this.composer.senderOf(this.database.reads.sql, by.facilityId);
    const { subject, text, letter } = exampleOf(body, {
      ...house,
      language: body.language,
      on: this.clock.today(),
      own: [onlyOwn(body) ?? []].flat(),
      answerUrl: this.config.family && `${this.config.family.url}/f/`,
    });
    return { subject, text, letter: [...letter] };
  }

  private async answer(sql: Statements, facilityId: Uuid): Promise<Answer> {
    const settings = await readNoticeSettings(sql, facilityId);
    return {
      words: EVERY.map((about) => ({
        ...about,
        fields: [...wordingFields(about.kind)],
        own: partsOf(settings.words.find(isAbout(about))),
        book: bookWords(about),
      })),
      version: versionOf(settings),
    };
  }
}

function isAbout({ kind, language, when }: About): (one: OwnWords) => boolean {
  return (one) => one.kind === kind && one.language === language && one.when === when;
}

/** What is the book's is not written down again: a book that is mended is mended for every house. */
function onlyOwn({ kind, language, when, ...parts }: OwnWords): OwnWords | undefined {
  const about = { kind, language, when };
  const book = bookWords(about);
  const own = { ...about, todo: '', bring: '', who: '', missed: '' };
  for (const part of WORDING_PARTS) own[part] = parts[part] === book[part] ? '' : parts[part];
  return WORDING_PARTS.some((part) => own[part] !== '') ? own : undefined;
}

function partsOf(own: OwnWords | undefined): Answer['words'][number]['own'] {
  if (own === undefined) return null;
  const { kind, language, when, ...parts } = own;
  return parts;
}

function same(one: OwnWords | undefined, other: OwnWords | undefined): boolean {
  return WORDING_PARTS.every((part) => (one?.[part] ?? '') === (other?.[part] ?? ''));
}
