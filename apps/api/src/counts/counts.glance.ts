import { Injectable } from '@nestjs/common';
import { countDue, forgottenSince, LIGHT_KINDS, millisecondsOf } from '@azukari/domain';
import type { CountDue, Instant, Uuid } from '@azukari/domain';
import type { countsGlance } from '@azukari/contract';
import type { z } from 'zod';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { storageAt } from '../items/openings.ts';
import { readPolicy } from './count-rows.ts';
import type { KeptPolicy } from './count-rows.ts';
import { readDrawers } from './drawers.ts';
import type { Drawers } from './drawers.ts';
import { leftIn } from './listed-rows.ts';

type Glance = z.output<typeof countsGlance>;

/** What only time tells, such as a change of shift, is seen after so long: every tablet asks every four seconds. */
const FRESH_MS = 20_000;

/** DrawerState is a drawer with whether it is to be counted. */
export interface DrawerState {
  readonly drawer: Uuid | null;
  readonly openedAt: Instant | null;
  readonly countedAt: Instant | null;
  readonly due: CountDue | null;
}

/** CountsGlance is what 今日 says of counting, read anew after every entry. */
@Injectable()
export class CountsGlance {
  private readonly seen = new Map<Uuid, { readonly size: number; readonly at: Instant; readonly glance: Glance }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** read answers as of a size of the record, which every movement and every count makes grow. */
  async read(facilityId: Uuid, size: number): Promise<Glance> {
    const now = this.clock.now();
    const seen = this.seen.get(facilityId);
    // A demo's clock also goes back.
    if (seen?.size === size && Math.abs(millisecondsOf(now) - millisecondsOf(seen.at)) < FRESH_MS) return seen.glance;
    const glance = await glanceAt(this.database.reads.sql, facilityId, now);
    this.seen.set(facilityId, { size, at: now, glance });
    return glance;
  }
}

async function glanceAt(sql: Statements, facilityId: Uuid, now: Instant): Promise<Glance> {
  const policy = await readPolicy(sql, facilityId);
  const named = await readDrawers(sql, facilityId);
  const drawers = await drawerStates(sql, { facilityId, now, policy, drawers: named });
  const waiting = await sql.all<{ at: Instant }>(
    `SELECT closed_at AS at FROM blind_count WHERE facility_id = ? AND stage = 'awaited' AND reconciliation_id IS NULL`,
    [facilityId],
  );
  const due = drawers.flatMap((drawer) => drawer.due ?? []);
  const skipped = due.filter((one) => one.skipped).length;
  const late = waiting.filter(({ at }) => forgottenSince(at, now, policy)).length;
  const state = skipped > 0 ? 'skipped' : due.length > 0 ? 'due' : policy.shifts.length === 0 ? 'off' : 'done';
  const left = await leftIn(sql, facilityId, named);
  const listed = [...left.values()].reduce((sum, one) => sum + one, 0);
  const counted = drawers.flatMap(({ countedAt }) => countedAt ?? []).sort();
  return { state, due: due.length, skipped, awaited: waiting.length, late, closedAt: counted.at(-1) ?? null, listed };
}

/** Asked is of which facility the drawers are judged, when, and by which policy. */
export interface Asked {
  readonly facilityId: Uuid;
  readonly now: Instant;
  readonly policy: KeptPolicy;
  readonly drawers: Drawers;
}

/** drawerStates says of every drawer whether it is to be counted now, and why. */
export async function drawerStates(
  sql: Statements,
  { facilityId, now, policy, drawers }: Asked,
): Promise<readonly DrawerState[]> {
  const opened = earliest(
    await sql.all<{ place: string; at: Instant }>(
      'SELECT place, first_at AS at FROM place_opening WHERE facility_id = ? ORDER BY first_at DESC',
      [facilityId],
    ),
    drawers,
  );
  const counted = new Map(
    (
      await sql.all<{ place: string; at: Instant }>(
        'SELECT place, MAX(closed_at) AS at FROM blind_count WHERE facility_id = ? AND closed_at IS NOT NULL GROUP BY place',
        [facilityId],
      )
    ).map(({ place, at }) => [storageAt(place), at]),
  );
  const holding = new Set(
    (
      await sql.all<{ storage: Uuid | null }>(
        `SELECT DISTINCT storage_id AS storage FROM item
         WHERE facility_id = ? AND place = 'stored' AND kind NOT IN (${places(LIGHT_KINDS.length)})`,
        [facilityId, ...LIGHT_KINDS],
      )
    ).map(({ storage }) => drawers.of(storage)),
  );
  return drawers.countable().map((drawer) => {
    const [openedAt, countedAt] = [opened.get(drawer) ?? null, counted.get(drawer) ?? null];
    return {
      drawer,
      openedAt,
      countedAt,
      due: countDue({ drawer, openedAt, countedAt, holds: holding.has(drawer) }, now, policy),
    };
  });
}

/** Of several openings of one drawer the first one counts; they come newest first. */
function earliest(
  openings: readonly { readonly place: string; readonly at: Instant }[],
  drawers: Drawers,
): ReadonlyMap<Uuid | null, Instant> {
  return new Map(openings.map(({ place, at }) => [drawers.of(storageAt(place)), at]));
}
