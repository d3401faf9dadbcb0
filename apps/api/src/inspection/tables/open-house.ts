import { addDays, dayInTokyo, keptTooLong, nextQuarter, reviewBy } from '@azukari/domain';
import type { CalendarDay } from '@azukari/domain';
import { keysGlanceOf } from '../../keys/keys.held.ts';
import { quartersToReview } from '../../views/views.waiting.ts';
import { when } from '../sight.ts';
import type { Cell, Sight } from '../sight.ts';

/** openOfHouse is what the house itself has not done yet: keys to bring back, quarters whose views are to be reviewed. */
export async function openOfHouse({ sql, facilityId, now }: Sight): Promise<readonly Cell[][]> {
  const keys = (await keysGlanceOf(sql, facilityId))?.held ?? [];
  const quarters = await quartersToReview(sql, facilityId, dayInTokyo(now));
  return [
    ...keys
      .filter(({ since }) => keptTooLong(since, now))
      .map(({ locker, holder, since }): Cell[] => [
        '鍵がもどっていない',
        '',
        `${locker.path}　持つ人 ${holder.name}`,
        when(since),
        '',
      ]),
    ...quarters.map((quarter): Cell[] => ['閲覧の見直し', '', quarterWords(quarter), '', reviewBy(quarter)]),
  ];
}

function quarterWords(quarter: CalendarDay): string {
  const [year, first, last] = [quarter.slice(0, 4), quarter.slice(5, 7), addDays(nextQuarter(quarter), -1).slice(5, 7)];
  return `${year}年${String(Number(first))}月から${String(Number(last))}月まで`;
}
