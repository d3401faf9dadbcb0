import { Inject, Injectable } from '@nestjs/common';
import { FAMILY_KINDS, NOTICE_LANGUAGES, WORDING_PARTS, wordingFields } from '@azukari/domain';
import type { OwnWords, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { Composer } from './composer.ts';
import { readNoticeSettings, writeNoticeSettings } from './notice-settings.ts';
import { bookWords, exampleOf } from './words/example.ts';

type Answer = AnswerOf<typeof contract.readNoticeWords>;

/** NoticeWordsService keeps what a facility says to families in its own words, and shows how it would read. */
@Injectable()
export class NoticeWordsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly composer: Composer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  read(by: SignedIn): Promise<Answer> {
    return this.answer(this.database.reads.sql, by.facilityId);
  }

  change(by: SignedIn, body: BodyOf<typeof contract.changeNoticeWords>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'changeNoticeWords', body },
      async (tx, author) => {
        const { commandId, version, ...given } = body;
        const before = await readNoticeSettings(tx.sql, by.facilityId);
        const at = Math.max(before.version, 1);
        if (version !== at) throw new Refused({ kind: 'stale-version', version: at });
        const own = onlyOwn(given);
        if (same(own, before.words.find(isAbout(given)))) throw new Refused({ kind: 'nothing-to-change' });
        const others = before.words.filter((one) => !isAbout(given)(one));
        const words = own === undefined ? others : [...others, own];
        await writeNoticeSettings(tx.sql, by.facilityId, { ...before, words, version: before.version + 1 });
        const said = own ?? { kind: given.kind, language: given.language };
        const entry = houseEntry('notices.set', { setting: 'words' }, { private: { text: JSON.stringify(said) } });
        return { entries: await this.ledger.append(tx, author, [entry]) };
      },
      (tx) => this.answer(tx.sql, by.facilityId),
    );
  }

  /** preview words a notice with these words, saved or not, by the composer of all others. */
  async preview(
    by: SignedIn,
    body: BodyOf<typeof contract.previewNoticeWords>,
  ): Promise<AnswerOf<typeof contract.previewNoticeWords>> {
    const house = await this.composer.senderOf(this.database.reads.sql, by.facilityId);
    const { subject, text, letter } = exampleOf(body.kind, {
      ...house,
      language: body.language,
      on: this.clock.today(),
      own: [onlyOwn(body) ?? []].flat(),
      answerUrl: this.config.family && `${this.config.family.url}/f/`,
    });
    return { subject, text, letter: [...letter] };
  }

  private async answer(sql: Statements, facilityId: Uuid): Promise<Answer> {
    const { words, version } = await readNoticeSettings(sql, facilityId);
    return {
      words: FAMILY_KINDS.flatMap((kind) =>
        NOTICE_LANGUAGES.map((language) => ({
          kind,
          language,
          fields: [...wordingFields(kind)],
          own: partsOf(words.find(isAbout({ kind, language }))),
          book: bookWords(kind, language),
        })),
      ),
      version: Math.max(version, 1),
    };
  }
}

function isAbout({ kind, language }: Pick<OwnWords, 'kind' | 'language'>): (one: OwnWords) => boolean {
  return (one) => one.kind === kind && one.language === language;
}

/** What is the book's is not written down again: a book that is mended is mended for every house. */
function onlyOwn({ kind, language, ...parts }: OwnWords): OwnWords | undefined {
  const book = bookWords(kind, language);
  const own = { kind, language, todo: '', bring: '', who: '', missed: '' };
  for (const part of WORDING_PARTS) own[part] = parts[part] === book[part] ? '' : parts[part];
  return WORDING_PARTS.some((part) => own[part] !== '') ? own : undefined;
}

function partsOf(own: OwnWords | undefined): Answer['words'][number]['own'] {
  if (own === undefined) return null;
  const { kind, language, ...parts } = own;
  return parts;
}

function same(one: OwnWords | undefined, other: OwnWords | undefined): boolean {
  return WORDING_PARTS.every((part) => (one?.[part] ?? '') === (other?.[part] ?? ''));
}
