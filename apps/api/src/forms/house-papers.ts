import { Injectable } from '@nestjs/common';
import { effectiveAt } from '@azukari/domain';
import type { Uuid } from '@azukari/domain';
import type { BodyOf, issueForm } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { regulationOn, USUAL } from '../facility/facility.regulation.ts';
import { Malformed } from '../http/parse.ts';
import { Refused } from '../http/refused.ts';
import { LossesReader } from '../losses/losses.reader.ts';
import type { KnownLoss, Movement } from '../losses/losses.reader.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { bookOn } from '../staff/staff.book.ts';
import { NOTHING } from './form-data.ts';
import type { Gathered } from './form-data.ts';
import { labelSheets } from './label-sheets.ts';
import { nightList } from './night-list.ts';
import type {
  AppointmentOnPaper,
  DownOnPaper,
  HouseJob,
  LossOnPaper,
  MovementOnPaper,
  RegulationOnPaper,
} from './paper/sheet.ts';
import { EVENT_WORDS, PURPOSE_WORDS } from './paper/words.ts';

/** So many have room on the paper. */
const MOST_CALLED = 5;

type Asked = Pick<BodyOf<typeof issueForm>, 'labels' | 'losses' | 'on'>;

/** HousePapers gathers the papers about the house as a whole: of a day from the record, of now from what is kept. */
@Injectable()
export class HousePapers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly losses: LossesReader,
  ) {}

  /** gather reads a paper; F4 and F15 are of a day, today when none is named. */
  async gather(by: SignedIn, form: HouseJob['form'], asked: Asked): Promise<Gathered> {
    if (form === 'F11') return this.reports(by, asked);
    if (form === 'F21') return labelSheets(this.database, by.facilityId, asked.labels);
    const today = this.clock.today();
    if (form === 'F16') return nightList(this.database, by, today);
    if (form === 'F22') return { ...NOTHING, house: { form }, copies: 2 };
    if (form === 'F23') return { ...NOTHING, house: { form, down: await this.down(by.facilityId, today) }, copies: 1 };
    const on = asked.on ?? today;
    // What will be recorded until then nobody knows.
    if (on > today) throw new Malformed([{ path: 'on', code: 'in-future' }]);
    const house: HouseJob =
      form === 'F4'
        ? { form, appointments: await this.appointments(by.facilityId, on), on }
        : { form, regulation: await this.regulation(by.facilityId, on) };
    return { ...NOTHING, house, copies: 1 };
  }

  /** appointments are the lines of the 任命簿 on a day. */
  async appointments(facilityId: Uuid, on: string): Promise<readonly AppointmentOnPaper[]> {
    const lines = await bookOn(this.database.reads.sql, facilityId, on);
    return lines.map(({ appointment: _, ...line }) => line);
  }

  /** Whom to call and where the safe is: who leads today, in the words of the house. */
  private async down(facilityId: Uuid, today: string): Promise<DownOnPaper> {
    const { words } = await this.regulation(facilityId, today);
    const people = (await this.appointments(facilityId, today)).flatMap(({ name, level }) =>
      name !== null && (level === 'responsible' || level === 'deputy') ? [{ name, level }] : [],
    );
    return { people: people.slice(0, MOST_CALLED), safe: words.safe };
  }

  /** regulation is the text of a day. */
  async regulation(facilityId: Uuid, on: string): Promise<RegulationOnPaper> {
    const { own, changedOn } = await regulationOn(this.database.reads.sql, facilityId, on);
    return { words: { ...USUAL, ...own }, on, changedOn };
  }

  /** The losses that are named, or all that are open, or one to fill in by hand. */
  private async reports(by: SignedIn, { losses }: Asked): Promise<Gathered> {
    const known = losses.length === 0 ? await this.losses.open(by) : await this.named(by, losses);
    const residentIds = [...new Set(known.flatMap(({ view }) => view.item.resident?.id ?? []))];
    const house: HouseJob = { form: 'F11', losses: known.length === 0 ? [null] : known.map(lossOnPaper) };
    return { ...NOTHING, house, residentIds, copies: house.losses.length };
  }

  private async named(by: SignedIn, seqs: readonly number[]): Promise<readonly KnownLoss[]> {
    const all = await this.losses.all(by);
    const named = all.filter(({ view }) => seqs.includes(view.seq));
    if (named.length !== new Set(seqs).size) throw new Refused({ kind: 'not-found' });
    return named;
  }
}

/** lossOnPaper is a loss as its report tells it. */
export function lossOnPaper({ view: { item, ...view }, movements }: KnownLoss): LossOnPaper {
  const { resident, kind, label, insurerType } = item;
  return { ...view, resident, item: { kind, label, insurerType }, movements: movements.map(movementOnPaper) };
}

function movementOnPaper({ entry, words }: Movement): MovementOnPaper {
  const { type } = entry;
  const what =
    entry.type === 'item.checked-out'
      ? [
          `出した（${PURPOSE_WORDS[entry.facts.purpose]}）`,
          words.destination,
          words.holderName && `持つ人 ${words.holderName}`,
        ]
      : [EVENT_WORDS[type] ?? '置き場所を替えた'];
  return {
    at: effectiveAt(entry),
    what: what.filter((part) => part !== undefined && part !== '').join('　'),
    by: words.actorName ?? '',
  };
}
