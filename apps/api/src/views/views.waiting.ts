import { quartersOver } from '@azukari/domain';
import type { CalendarDay, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { readReviews } from './review-rows.ts';
import { hasViews, viewedSince } from './view-rows.ts';

/** quartersToReview are the quarters whose views nobody has reviewed, the newest first. */
export async function quartersToReview(
  sql: Statements,
  facilityId: Uuid,
  today: CalendarDay,
): Promise<readonly CalendarDay[]> {
  const reviewed = new Set((await readReviews(sql, facilityId)).map(({ quarter }) => quarter));
  const waiting: CalendarDay[] = [];
  for (const quarter of quartersOver(await viewedSince(sql, facilityId), today))
    if (!reviewed.has(quarter) && (await hasViews(sql, facilityId, quarter))) waiting.push(quarter);
  return waiting;
}
