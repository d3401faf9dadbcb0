import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.ts';
import { Database } from '../../database/database.ts';
import { lockHead } from '../../ledger/ledger.ts';
import { Answers } from '../answers.ts';
import { NoticeBook } from '../notice-book.ts';
import { judgeForm } from './family-form.ts';
import type { Entered } from './family-form.ts';
import { FamilyLinks } from './family-links.ts';
import type { Link } from './family-links.ts';
import { familyPage } from './family-page.ts';
import type { Asked } from './family-page.ts';

/** Answered is what became of a form: taken, or to be asked again on this page. */
export type Answered = { readonly is: 'taken' } | { readonly is: 'again'; readonly page: string };

/** FamilyDesk shows a notice to who has its link, and takes the answer. */
@Injectable()
export class FamilyDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: FamilyLinks,
    private readonly answers: Answers,
    private readonly book: NoticeBook,
  ) {}

  /** knows says whether a link was ours and is not over yet; what it opens is another question. */
  knows(token: string): Promise<boolean> {
    return this.links.isKnown(this.database.reads.sql, token, this.clock.now());
  }

  /**
   * show is the page of a link with the answer chosen that was pressed in the mail, or null when the link opens nothing. Mail scanners
   * open every link: nothing is written.
   */
  async show(token: string, answer: string): Promise<string | null> {
    const link = await this.links.open(this.database.reads.sql, token, this.clock.now());
    return link && pageOf(link, { entered: { answer, plannedOn: '' }, problem: null });
  }

  /** answer takes a form, once; null when the link opens nothing. A form that was already sent changes nothing. */
  async answer(token: string, entered: Entered): Promise<Answered | null> {
    const facilityId = await this.links.facilityOf(this.database.reads.sql, token, this.clock.now());
    if (facilityId === null) return null;
    return this.database.writes.run(async (tx) => {
      await lockHead(tx, facilityId, 'custody');
      const now = this.clock.now();
      const link = await this.links.open(tx.sql, token, now);
      if (link === null) return null;
      if (link.answers.length === 0 || entered.nonce !== link.nonce) return { is: 'taken' };
      const said = judgeForm(entered, link.answers, this.clock.today());
      if (typeof said === 'string') return { is: 'again', page: pageOf(link, { entered, problem: said }) };
      const { notice, reader } = link;
      const { facilityId: facility, lines } = notice;
      const author = { facilityId: facility, actor: `contact:${reader.id}`, name: reader.name } as const;
      const proof = { auth: 'link', authAge: null, command: crypto.randomUUID() } as const;
      await this.answers.give(tx, { author: { ...author, ...proof }, now }, notice, { ...said, way: 'link' });
      const about = lines.map(({ deadline }) => deadline.residentId);
      await this.book.recheck(tx, facility, about, now);
      return { is: 'taken' };
    });
  }
}

function pageOf(
  { words, said, answers, nonce }: Link,
  { entered, problem }: Pick<Asked, 'entered' | 'problem'>,
): string {
  return familyPage({ words, said, asked: answers.length === 0 ? null : { answers, nonce, entered, problem } });
}
