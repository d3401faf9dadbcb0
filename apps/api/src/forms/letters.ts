import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { addMonths, dayInTokyo } from '@azukari/domain';
import type { CalendarDay, Uuid } from '@azukari/domain';
import type { BodyOf, issueForm } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ContactRow, FacilityRow } from '../database/rows.ts';
import type { ResidentRow } from '../database/rows.ts';
import { Malformed } from '../http/parse.ts';
import { Refused } from '../http/refused.ts';
import { itemDeadlines } from '../items/item-deadlines.ts';
import type { ItemDeadlines } from '../items/item-deadlines.ts';
import { NoticesService } from '../notices/notices.service.ts';
import { guideOf, isMoveEvent, reportOf } from '../notices/notices.words.ts';
import type { Correspondence, Language, Letter, Report } from '../notices/notices.words.ts';
import type { KnownRow } from './book-rows.ts';
import { FormData, NOTHING } from './form-data.ts';
import type { Gathered } from './form-data.ts';
import type { KnownItem } from './paper-items.ts';
import { readRows } from './record-book.ts';
import type { Period } from './record-book.ts';

type Asked = Pick<
  BodyOf<typeof issueForm>,
  'residentIds' | 'itemIds' | 'noticeIds' | 'from' | 'to' | 'language' | 'largePrint'
>;

/** A report tells what comes so many months ahead. */
const MONTHS_AHEAD = 6;
/** 年4回. */
const MONTHS_REPORTED = 3;
const LONGEST_MONTHS = 12;

/** Letters gathers the papers to families: F7 家族報告書, F8 お知らせ and F20 ご家族向け案内. */
@Injectable()
export class Letters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly data: FormData,
    private readonly notices: NoticesService,
  ) {}

  /** notified are F8 of the notices that are named, or of all that wait to be printed. */
  async notified(facilityId: Uuid, { noticeIds }: Asked): Promise<Gathered> {
    const { letters, residentIds } = await this.notices.letters(facilityId, noticeIds);
    return { ...NOTHING, letters, residentIds, copies: letters.length };
  }

  /** guides are F20 for everybody who may be told of these residents; two contacts who are one person get one each. */
  async guides(facilityId: Uuid, asked: Asked): Promise<Gathered> {
    const residents = toBeTold(await this.data.living(facilityId, asked), asked);
    const contacts = await this.contacts(facilityId);
    const { from, daysBefore: days } = await this.notices.sender(facilityId);
    const write = await this.writer(facilityId, asked);
    return gathered(residents, ({ id }) =>
      orNobody(contacts.get(id)).map((contact) =>
        guideOf(write(contact), { from, days, largePrint: asked.largePrint }),
      ),
    );
  }

  /** reports are F7, each to the first who may be told: by default on the three months until today. */
  async reports(facilityId: Uuid, asked: Asked): Promise<Gathered> {
    const period = this.period(asked);
    const { sql } = this.database.reads;
    const { items } = await this.data.scope(facilityId, asked);
    const residents = toBeTold(await this.data.living(facilityId, asked), asked);
    const contacts = await this.contacts(facilityId);
    const rows = await readRows(sql, facilityId, period, items);
    const write = await this.writer(facilityId, asked);
    const kept = {
      items: Map.groupBy(items, ({ residentId }) => residentId),
      rows: Map.groupBy(rows, ({ itemId }) => itemId),
      deadlines: Map.groupBy(
        await itemDeadlines(sql, facilityId, this.clock.today()),
        ({ resident }) => resident?.id ?? null,
      ),
    };
    const about = asked.residentIds === null ? residents.filter(({ id }) => kept.items.has(id)) : residents;
    return gathered(about, ({ id, name }) => {
      const [contact = null] = orNobody(contacts.get(id));
      const of = (kept.items.get(id) ?? []).filter(({ kind }) => kind !== 'sealed-envelope');
      const report: Report = {
        residentName: name,
        ...period,
        kept: of.flatMap(keptOf),
        moves: of.flatMap((item) => (kept.rows.get(item.id) ?? []).flatMap((row) => moveOf(item, row))).sort(byDay),
        ahead: this.ahead(kept.deadlines.get(id) ?? []),
      };
      return [reportOf(write(contact), report, { largePrint: asked.largePrint })];
    });
  }

  private period({ from, to }: Asked): Period {
    const until = to ?? this.clock.today();
    const begin = from ?? addMonths(until, -MONTHS_REPORTED);
    if (begin > until) throw new Malformed([{ path: 'to', code: 'before-from' }]);
    if (addMonths(begin, LONGEST_MONTHS) < until) throw new Malformed([{ path: 'to', code: 'too-far' }]);
    return { from: begin, to: until };
  }

  private ahead(items: readonly ItemDeadlines[]): Report['ahead'] {
    const end = addMonths(this.clock.today(), MONTHS_AHEAD);
    return items
      .flatMap(({ item: { kind, label }, deadlines }) =>
        deadlines.flatMap(({ kind: deadline, date, closed }) =>
          date === null || date > end || closed !== null ? [] : [{ kind, label, deadline, date }],
        ),
      )
      .sort((one, other) => one.date.localeCompare(other.date));
  }

  /** contacts are those who may be told, by resident and in their order. */
  private async contacts(facilityId: Uuid): Promise<ReadonlyMap<Uuid, readonly ContactRow[]>> {
    const rows = await this.database.reads.rows.find(ContactRow, {
      where: { facilityId, removedAt: IsNull(), mayKnow: 'yes' },
      order: { order: 'ASC' },
    });
    return Map.groupBy(
      rows.filter(({ handOver }) => handOver !== 'never'),
      ({ residentId }) => residentId,
    );
  }

  private async writer(facilityId: Uuid, asked: Asked): Promise<(to: ContactRow | null) => Correspondence> {
    const on = this.clock.today();
    const { signer, hours } = await this.notices.sender(facilityId);
    const { name, kana, phone, address, head } = await this.database.reads.rows.findOneByOrFail(FacilityRow, {
      id: facilityId,
    });
    if (phone.trim() === '') throw new Refused({ kind: 'letter-incomplete', missing: 'phone' });
    return (to) => ({
      language: asked.language ?? ((to?.language ?? 'ja') as Language),
      on,
      house: { name, kana, phone, address, head },
      signer,
      hours,
      to: { name: to?.name ?? '', address: to?.address ?? '' },
    });
  }
}

/** Of whom nobody is to be told any more nothing is printed: without names she is left out, by her name it is said why. */
function toBeTold(
  residents: readonly ResidentRow[],
  { residentIds }: Pick<Asked, 'residentIds'>,
): readonly ResidentRow[] {
  const stopped = residents.find(({ noticesStopped }) => noticesStopped === 1);
  if (stopped !== undefined && residentIds !== null)
    throw new Refused({ kind: 'notices-stopped', residentId: stopped.id });
  return residents.filter(({ noticesStopped }) => noticesStopped === 0);
}

/** Where nobody may be told by name, the paper is still there to be handed over. */
function orNobody(contacts: readonly ContactRow[] | undefined): readonly (ContactRow | null)[] {
  return contacts === undefined || contacts.length === 0 ? [null] : contacts;
}

function gathered(residents: readonly ResidentRow[], write: (resident: ResidentRow) => readonly Letter[]): Gathered {
  const letters = residents.flatMap(write);
  if (letters.length === 0) throw new Refused({ kind: 'nothing-to-print' });
  return { ...NOTHING, letters, residentIds: residents.map(({ id }) => id), copies: letters.length };
}

function keptOf({ kind, label, printedExpiresOn, state }: KnownItem): Report['kept'] {
  return state.custody.at === 'ended' ? [] : [{ kind, label, expiresOn: printedExpiresOn }];
}

type ReportedMove = Report['moves'][number];

function moveOf({ kind, label, state }: KnownItem, { at, cancelled, out, event }: KnownRow): readonly ReportedMove[] {
  if (cancelled) return [];
  const day: CalendarDay = dayInTokyo(at);
  if (out !== null) {
    const backOn = out.back === null ? null : dayInTokyo(out.back.at);
    const stillOut = out.back === null && state.custody.at === 'out';
    return [{ kind, label, day, what: { purpose: out.purpose, backOn, stillOut } }];
  }
  return event !== null && isMoveEvent(event.type) ? [{ kind, label, day, what: { event: event.type } }] : [];
}

function byDay(one: ReportedMove, other: ReportedMove): number {
  return one.day.localeCompare(other.day);
}
