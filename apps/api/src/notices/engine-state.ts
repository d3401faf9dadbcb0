import { trustClock, watchClock } from '@azukari/domain';
import type { ClockReading, ClockWatch, Hold, Instant, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';

/** EngineState is what the machinery remembers of one facility. */
export interface EngineState {
  readonly lastRunAt: Instant | null;
  readonly lastPlannedAt: Instant | null;
  /** Since when much waits after a stop, and a person has to look first; null: nothing does. */
  readonly confirmSince: Instant | null;
}

const NEVER_RUN: EngineState = { lastRunAt: null, lastPlannedAt: null, confirmSince: null };

/** readState reads what the machinery remembers of a facility. */
export async function readState(sql: Statements, facilityId: Uuid): Promise<EngineState> {
  const row = await sql.get<EngineState>(
    `SELECT last_run_at AS "lastRunAt", last_planned_at AS "lastPlannedAt",
       confirm_since AS "confirmSince" FROM notice_machine WHERE facility_id = ?`,
    [facilityId],
  );
  return row ?? NEVER_RUN;
}

/** keepState changes a part of it. */
export async function keepState(
  sql: Statements,
  facilityId: Uuid,
  field: 'last_run_at' | 'last_planned_at' | 'confirm_since',
  value: Instant | null,
): Promise<void> {
  await sql.run(
    `INSERT INTO notice_machine (facility_id, ${field}) VALUES (?, ?)
     ON CONFLICT (facility_id) DO UPDATE SET ${field} = excluded.${field}`,
    [facilityId, value],
  );
}

/** readWatch reads what a server knows of its clock; null before its first start. */
export async function readWatch(sql: Statements, server: string): Promise<ClockWatch | null> {
  const row = await sql.get<{ watch: string }>('SELECT watch FROM notice_clock WHERE server = ?', [server]);
  return row ? (JSON.parse(row.watch) as ClockWatch) : null;
}

/** lookAtClock compares the clock with the last reading that fitted, and keeps what it finds. */
export async function lookAtClock(sql: Statements, server: string, reading: ClockReading): Promise<ClockWatch> {
  const before = await readWatch(sql, server);
  const watch = before === null ? trustClock(reading) : watchClock(before, reading);
  await keepWatch(sql, server, watch);
  return watch;
}

/** keepWatch keeps what a server knows of its clock. */
export async function keepWatch(sql: Statements, server: string, watch: ClockWatch): Promise<void> {
  await sql.run(
    'INSERT INTO notice_clock (server, watch) VALUES (?, ?) ON CONFLICT (server) DO UPDATE SET watch = excluded.watch',
    [server, JSON.stringify(watch)],
  );
}

/** holdOf is why nothing is sent from a facility, or null: a clock is the server's, so that it holds all of them. */
export function holdOf(watch: ClockWatch | null, { confirmSince }: EngineState): Hold | null {
  return watch?.hold ?? (confirmSince === null ? null : 'confirm-first');
}
