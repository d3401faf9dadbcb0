import { Injectable } from '@nestjs/common';
import { nextQuarter, quartersOver, reviewBy, reviewViews, VIEW_EXCEPTIONS } from '@azukari/domain';
import type { CalendarDay, Uuid } from '@azukari/domain';
import { MOST_CASES } from '@azukari/contract';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { namesOf } from '../database/people.ts';
import { accepted } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { findExceptions } from './exceptions.ts';
import type { Found } from './exceptions.ts';
import { readReviews } from './review-rows.ts';
import { hasViews, viewedSince } from './view-rows.ts';

type Quarters = AnswerOf<typeof contract.listViewReviews>;
type Exceptions = AnswerOf<typeof contract.readViewExceptions>;

/** ViewsService is 閲覧の見直し: what stands out among who looked at whom, and the named person who signs that she looked at it. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  async list({ facilityId }: SignedIn): Promise<Quarters> {
    const { sql } = this.database.reads;
    const today = this.clock.today();
    const reviews = new Map((await readReviews(sql, facilityId)).map((review) => [review.quarter, review]));
    const quarters: Quarters['quarters'] = [];
    for (const quarterOn of quartersOver(await viewedSince(sql, facilityId), today)) {
      const by = reviewBy(quarterOn);
      const review = reviews.get(quarterOn);
      const open = (await hasViews(sql, facilityId, quarterOn)) ? (today > by ? 'late' : 'due') : 'empty';
      quarters.push({
        quarterOn,
        reviewBy: by,
        state: review ? 'reviewed' : open,
        review: review ? told(review) : null,
      });
    }
    return { quarters };
  }

  async exceptions({ facilityId, staffId: reader }: SignedIn, quarterOn: CalendarDay): Promise<Exceptions> {
    const { sql } = this.database.reads;
    const signed = (await readReviews(sql, facilityId)).find(({ quarter }) => quarter === quarterOn);
    const signer = signed?.by.id ?? reader;
    const { views, cases } = await findExceptions(sql, facilityId, quarterOn);
    const staff = await namesOf(sql, 'staff', facilityId);
    const residents = await namesOf(sql, 'resident', facilityId);
    const named = (names: ReadonlyMap<Uuid, string>, id: Uuid) => ({ id, name: names.get(id) ?? '' });
    return {
      views: views.length,
      people: new Set(views.map(({ staffId }) => staffId)).size,
      residents: new Set(views.map(({ residentId }) => residentId)).size,
      exceptions: VIEW_EXCEPTIONS.flatMap((exception) => {
        const of = cases.filter((one) => one.exception === exception);
        const mine = of.filter(({ staffId }) => staffId === signer).length;
        const shown = of.slice(0, MOST_CASES).map(({ staffId, residentIds, screens, on, from, to, views: count }) => ({
          staff: named(staff, staffId),
          own: staffId === signer,
          on,
          from,
          to,
          views: count,
          screens: [...screens],
          residents: residentIds.map((id) => named(residents, id)),
        }));
        return of.length === 0 ? [] : [{ exception, total: of.length, own: mine, cases: shown }];
      }),
    };
  }

  /** review signs for a quarter: an entry for each exception with its remark, and one that says the quarter was reviewed. */
  review(by: SignedIn, body: BodyOf<typeof contract.reviewViews>): Promise<AnswerOf<typeof contract.reviewViews>> {
    return this.commands.once(
      { by, route: 'reviewViews', body },
      async (tx, author) => {
        const { sql } = tx;
        const { facilityId } = by;
        const { quarterOn: quarter, judged } = body;
        const today = this.clock.today();
        const reviewed = (await readReviews(sql, facilityId)).find((one) => one.quarter === quarter);
        const isOver = nextQuarter(quarter) <= today;
        const found: Found = isOver ? await findExceptions(sql, facilityId, quarter) : { views: [], cases: [] };
        const daysLate = accepted(
          reviewViews(judged, {
            actor: by,
            today,
            quarter,
            reviewed: reviewed ? { name: reviewed.by.name, at: reviewed.at } : null,
            views: found.views.length,
            cases: new Map(
              [...Map.groupBy(found.cases, ({ exception }) => exception)].map(([one, own]) => [one, own.length]),
            ),
          }),
        );
        const entries = await this.ledger.append(tx, author, [
          ...judged.map(({ note, ...facts }) =>
            houseEntry('views.judged', { quarter, ...facts }, { private: { note } }),
          ),
          houseEntry('views.reviewed', { quarter, views: found.views.length, daysLate }),
        ]);
        return { entries };
      },
      (_, receipt) => ({ receipt }),
    );
  }
}

function told({ quarter: _, judged, ...review }: Awaited<ReturnType<typeof readReviews>>[number]) {
  return { ...review, judged: judged.map((one) => ({ ...one })) };
}
