import { constants, platform, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { CalendarDay, InspectionPeriod, Instant } from '@azukari/domain';
import type { Config } from '../config.ts';
import { openReader } from '../database/reader.ts';
import type { AppointmentOnPaper, Issue, LossOnPaper, RegulationOnPaper, Typeface } from '../forms/forms.paper.ts';
import { handOver, zipOf } from '../pack/pack.making.ts';
import type { PackPiece } from '../pack/pack.making.ts';
import { filesOf, gather } from './files.ts';
import type { FormNames } from './names.ts';
import type { Tally } from './paper/pages.ts';
import { sightOf } from './sight.ts';

/** InspectionOrder is what the worker is started with. */
export interface InspectionOrder {
  readonly database: Config['database'];
  readonly facilityId: string;
  readonly period: InspectionPeriod;
  readonly until: number;
  readonly now: Instant;
  readonly issue: Issue;
  readonly tally: Tally;
  readonly names: FormNames;
  /** The rules of the house and its 任命簿 on the last day, and the losses of the period, which the server has read. */
  readonly regulation: RegulationOnPaper;
  readonly appointments: { readonly lines: readonly AppointmentOnPaper[]; readonly on: CalendarDay };
  readonly losses: readonly LossOnPaper[];
  readonly face: Typeface;
}

// Whoever stands at the safe goes first. Only on Linux is this the priority of the thread; elsewhere it would be the server's.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const order = workerData as InspectionOrder;
const port = parentPort as MessagePort;

let done = 0;
const reached = (percent: number): void => {
  done = Math.floor(percent);
  const piece: PackPiece = { bytes: new Uint8Array(), done };
  port.postMessage(piece);
};

const reader = await openReader(order.database);
const chapters = await gather(await sightOf(reader.sql, order), order, reached);
await reader.close();
await handOver(zipOf(filesOf(chapters, order, reached), new Date(order.now)), port, () => done);
port.close();
