import type { CalendarDay, InspectionPeriod, Instant } from '@azukari/domain';
import type { Readable } from '../database/reader.ts';
import type { AppointmentOnPaper, Issue, LossOnPaper, RegulationOnPaper, Typeface } from '../forms/forms.paper.ts';
import type { FormNames } from './names.ts';
import type { Tally } from './paper/pages.ts';

/** InspectionOrder is what the worker is started with. */
export interface InspectionOrder extends Readable {
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
