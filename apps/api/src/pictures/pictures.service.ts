import { Injectable } from '@nestjs/common';
import { hoursOfWeek, lateReturns, overlaps } from '@azukari/domain';
import type { CalendarDay, Outing, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { places } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { readItems } from '../items/item-views.ts';
import type { ItemView } from '../items/item-views.ts';
import { storagePaths } from '../items/storage-paths.ts';
import { AccessLog } from '../ledger/access-log.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { AwayReader } from './away-times.ts';
import { countMonths } from './count-months.ts';
import { custodyLog, livesOf } from './lives.ts';
import { boundsOf } from '../ledger/period.ts';
import type { Days } from '../ledger/period.ts';
import { drawStretches } from './stretches.ts';
import type { StretchView } from './stretches.ts';

const AT_ONCE = 400;
const ROUND = 100;

/** PicturesService reckons what 図で見る draws. Whoever opens a picture that names residents has looked at them. */
@Injectable()
export class PicturesService {
  private readonly away = new AwayReader();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accessLog: AccessLog,
  ) {}

  async item(by: SignedIn, itemId: Uuid, period: Days): Promise<AnswerOf<typeof contract.readItemPicture>> {
    const { sql } = this.database.reads;
    const [item] = await this.named(by, [itemId]);
    if (!item) throw new Refused({ kind: 'not-found' });
    const { id: log } = await custodyLog(sql, by.facilityId);
    const paths = await storagePaths(sql, by.facilityId);
    const frame = { ...boundsOf(period), now: this.clock.now() };
    const stretches: StretchView[] = [];
    for await (const life of livesOf(sql, log, [itemId]))
      stretches.push(...(await drawStretches(sql, { log, paths }, life, frame)));
    await this.accessLog.note(by, residentsOf([item]), 'profile');
    return { item: brief(item), stretches };
  }

  async day(by: SignedIn, on: CalendarDay): Promise<AnswerOf<typeof contract.readDayPicture>> {
    const { sql } = this.database.reads;
    const frame = { ...boundsOf({ from: on, to: on }), now: this.clock.now() };
    const { id: log } = await custodyLog(sql, by.facilityId);
    const paths = await storagePaths(sql, by.facilityId);
    const drawn = new Map<Uuid, StretchView[]>();
    const times = await this.away.since(sql, by.facilityId, frame.from);
    const ids = times
      .filter(({ outings, missing }) => [...outings, ...missing].some((time) => overlaps(time, frame)))
      .map(({ itemId }) => itemId);
    for await (const life of livesOf(sql, log, ids)) {
      const away = (await drawStretches(sql, { log, paths }, life, frame)).filter(
        ({ custody }) => custody.at === 'out' || custody.at === 'missing',
      );
      if (away.length > 0) drawn.set(life.itemId, away);
    }
    const items = await this.named(by, [...drawn.keys()]);
    await this.accessLog.note(by, residentsOf(items), 'profile');
    return { items: items.map((item) => ({ item: brief(item), stretches: drawn.get(item.id) ?? [] })) };
  }

  async week(by: SignedIn, period: Days): Promise<AnswerOf<typeof contract.readWeekPicture>> {
    const now = this.clock.now();
    const { from, to } = boundsOf(period);
    const window = { from, to: to < now ? to : now };
    const outings = (await this.outingsSince(by, from)).filter((one) => overlaps(one, window));
    const average = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * ROUND) / ROUND);
    return {
      outings: outings.length,
      hours: hoursOfWeek(outings, window).map(({ lengthMs, outMs, stayMs }) => ({
        out: average(outMs, lengthMs),
        stays: average(stayMs, lengthMs),
      })),
    };
  }

  async late(by: SignedIn, period: Days): Promise<AnswerOf<typeof contract.readLatePicture>> {
    const bounds = boundsOf(period);
    const outings = await this.outingsSince(by, bounds.from);
    return { purposes: [...lateReturns(outings, { ...bounds, now: this.clock.now() })] };
  }

  async counts(by: SignedIn, period: Days): Promise<AnswerOf<typeof contract.readCountPicture>> {
    return { months: await countMonths(this.database.reads.sql, by.facilityId, period) };
  }

  private async outingsSince({ facilityId }: SignedIn, from: string): Promise<readonly Outing[]> {
    const times = await this.away.since(this.database.reads.sql, facilityId, from);
    return times.flatMap(({ outings }) => outings);
  }

  private async named(by: SignedIn, ids: readonly Uuid[]): Promise<readonly ItemView[]> {
    const source = { sql: this.database.reads.sql, by, today: this.clock.today() };
    const items: ItemView[] = [];
    for (let n = 0; n < ids.length; n += AT_ONCE) {
      const some = ids.slice(n, n + AT_ONCE);
      items.push(...(await readItems(source, `item.id IN (${places(some.length)})`, some)));
    }
    return items.sort((one, other) =>
      `${one.resident?.kana ?? ''} ${one.kind} ${one.id}` < `${other.resident?.kana ?? ''} ${other.kind} ${other.id}`
        ? -1
        : 1,
    );
  }
}

const brief = ({ id, kind, label, resident }: ItemView) => ({ id, kind, label, resident });

function residentsOf(items: readonly ItemView[]): readonly Uuid[] {
  return [...new Set(items.flatMap(({ resident }) => resident?.id ?? []))];
}
