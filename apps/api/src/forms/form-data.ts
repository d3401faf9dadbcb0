import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { FindOptionsWhere } from 'typeorm';
import { dayInTokyo, ITEM_KINDS, ONLY_GIVEN_BACK } from '@azukari/domain';
import type { CalendarDay, Uuid } from '@azukari/domain';
import type { BodyOf, issueForm } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { AgreementRow, AgreementTextRow, ResidentRow } from '../database/rows.ts';
import { Refused } from '../http/refused.ts';
import { inWalkingOrder } from '../items/walking-order.ts';
import type { Letter } from '../notices/notices.words.ts';
import type { ReconciliationReport } from '../reconciliations/reconciliations.report.ts';
import { knownItems, paperItems } from './paper-items.ts';
import type { KnownItem, Named } from './paper-items.ts';
import type {
  AgreementOnPaper,
  Book,
  Carried,
  FormCode,
  HouseJob,
  ItemOnPaper,
  LetterForm,
  Person,
  Sheet,
  Slip,
  Support,
  Wish,
} from './paper/sheet.ts';

type Asked = Pick<BodyOf<typeof issueForm>, 'residentIds' | 'itemIds' | 'from' | 'to' | 'wish' | 'held'>;
type PersonalForm = Exclude<FormCode, 'F3' | 'F6' | 'F12' | 'F13' | 'F18' | 'F19' | HouseJob['form'] | LetterForm>;

/** Gathered is what a form will show, and of whom. */
export interface Gathered {
  readonly sheets: readonly Sheet[];
  readonly book: Book | null;
  readonly slips: readonly Slip[];
  readonly carried: readonly Carried[];
  readonly supports: readonly Support[];
  readonly letters: readonly Letter[];
  readonly month: ReconciliationReport | null;
  /** Of the papers about the house: all that the worker is given. */
  readonly house: HouseJob | null;
  readonly residentIds: readonly Uuid[];
  readonly copies: number;
}

/** NOTHING is what a form shows of which nothing was gathered yet. */
export const NOTHING: Gathered = {
  sheets: [],
  book: null,
  slips: [],
  carried: [],
  supports: [],
  letters: [],
  month: null,
  house: null,
  residentIds: [],
  copies: 0,
};

/** Scope is whom and what a form is about: null for residents means that nobody was named. */
export interface Scope {
  readonly residents: readonly ResidentRow[] | null;
  readonly items: readonly KnownItem[];
}

/** FormData gathers the plain data of forms. What is not of this facility does not exist. */
@Injectable()
export class FormData {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** gather reads the sheets of a form, one for each resident, in the order of the rooms. */
  async gather(facilityId: Uuid, form: PersonalForm, asked: Asked): Promise<Gathered> {
    const scope = await this.scope(facilityId, asked);
    const items =
      asked.itemIds.length > 0 ? scope.items : scope.items.filter((item) => this.belongs(form, item, asked));
    const residents = scope.residents ?? (await this.everybody(facilityId, form, items, asked));
    const printed = await paperItems(this.database.reads.sql, facilityId, items);
    const residentIds = residents.map(({ id }) => id);
    const wish = form === 'F1' ? asked.wish : null;
    const agreements =
      wish || (form === 'F1' && asked.held)
        ? new Map<Uuid, AgreementOnPaper>()
        : await this.liveAgreements(facilityId, residentIds);
    const textFor = form === 'F1' ? await this.texts(facilityId) : () => null;
    const sheets: Sheet[] = [];
    const sheet = (resident: ResidentRow | null, shown: readonly ItemOnPaper[]): Sheet => {
      const agreement = (resident && agreements.get(resident.id)) ?? null;
      return {
        resident: resident && personOf(resident),
        agreement,
        wish: form === 'F1' && asked.held ? wishFor(shown) : wish,
        text: textFor(agreement),
        left: form === 'F9' ? leftFor(resident, shown) : null,
        items: shown,
      };
    };
    const byOwner = Map.groupBy(items, ({ residentId }) => residentId);
    const shownOf = (id: Uuid | null): readonly ItemOnPaper[] =>
      (byOwner.get(id) ?? []).flatMap((item) => printed.get(item.id) ?? []);
    for (const resident of residents) {
      const shown = form === 'F1' && !asked.held ? [] : shownOf(resident.id);
      // A slip goes with its item; the other forms are one paper for each resident.
      if (form === 'F17' && shown.length > 0) sheets.push(...shown.map((item) => sheet(resident, [item])));
      else sheets.push(sheet(resident, shown));
    }
    const ownerless = form === 'F1' ? [] : shownOf(null);
    if (form === 'F17') sheets.push(...ownerless.map((item) => sheet(null, [item])));
    else if (ownerless.length > 0) sheets.push(sheet(null, ownerless));
    if ((form === 'F14' || form === 'F17') && sheets.length === 0) sheets.push(sheet(null, []));
    if (sheets.length === 0) throw new Refused({ kind: 'nothing-to-print' });
    return { ...NOTHING, sheets, residentIds, copies: sheets.length };
  }

  /** scope reads the residents and items that were named, and refuses when one of them is not of this facility. */
  async scope(facilityId: Uuid, named: Named): Promise<Scope> {
    const { residentIds, itemIds } = named;
    const residents = residentIds && (await this.residents({ facilityId, id: In([...residentIds]) }));
    if (residents?.length !== (residentIds ? new Set(residentIds).size : undefined))
      throw new Refused({ kind: 'not-found' });
    const items = await knownItems(this.database.reads.sql, facilityId, named);
    if (itemIds.length > 0 && items.length !== new Set(itemIds).size) throw new Refused({ kind: 'not-found' });
    return { residents, items };
  }

  /** living are the residents who were named, or all who live here. */
  async living(facilityId: Uuid, { residentIds }: Pick<Asked, 'residentIds'>): Promise<readonly ResidentRow[]> {
    const residents = await this.residents(
      residentIds === null ? { facilityId, leftOn: IsNull() } : { facilityId, id: In([...residentIds]) },
    );
    if (residentIds !== null && residents.length !== new Set(residentIds).size)
      throw new Refused({ kind: 'not-found' });
    return residents;
  }

  private belongs(
    form: PersonalForm,
    { kind, residentId, state: { custody } }: KnownItem,
    { residentIds, from, to, held }: Asked,
  ): boolean {
    switch (form) {
      case 'F1':
        return held && custody.at !== 'ended' && custody.hold !== null;
      case 'F2':
        // Nobody has received what is being searched for before anything was signed.
        return custody.at !== 'ended' && (custody.hold === null || (held && custody.at !== 'missing'));
      case 'F5':
        return residentId !== null || custody.at !== 'ended';
      case 'F10':
        return custody.at !== 'ended';
      case 'F17':
        return custody.at !== 'ended' && custody.hold !== null;
      case 'F14':
        return kind === 'sealed-envelope' && (custody.at !== 'ended' || residentIds !== null);
      case 'F9': {
        if (custody.at !== 'ended') return false;
        const day = dayInTokyo(custody.since);
        const first: CalendarDay = from ?? (residentIds === null ? this.clock.today() : '');
        return first <= day && (to === null || day <= to);
      }
    }
  }

  /** Without names: F1 is for all who live here, the others for those of whom there is something to show. */
  private everybody(
    facilityId: Uuid,
    form: PersonalForm,
    items: readonly KnownItem[],
    { itemIds, held }: Asked,
  ): Promise<readonly ResidentRow[]> {
    if (form === 'F1' && itemIds.length === 0 && !held) return this.residents({ facilityId, leftOn: IsNull() });
    const living = form === 'F5' ? { leftOn: IsNull() } : {};
    return this.residents({
      facilityId,
      ...living,
      id: In([...new Set(items.flatMap(({ residentId }) => residentId ?? []))]),
    });
  }

  private async residents(where: FindOptionsWhere<ResidentRow>): Promise<readonly ResidentRow[]> {
    return (await this.database.reads.rows.findBy(ResidentRow, where)).sort(inWalkingOrder);
  }

  /** texts answers what stands behind an agreement. Two thousand papers share one text: a job is copied once to its worker. */
  private async texts(facilityId: Uuid): Promise<(agreement: AgreementOnPaper | null) => Sheet['text']> {
    const rows = await this.database.reads.rows.findBy(AgreementTextRow, { facilityId });
    const texts = new Map(rows.map(({ version, text }) => [version, { version, text }]));
    const newest = Math.max(0, ...texts.keys());
    return (agreement) => texts.get(agreement?.textVersion ?? newest) ?? null;
  }

  private async liveAgreements(
    facilityId: Uuid,
    residentIds: readonly Uuid[],
  ): Promise<ReadonlyMap<Uuid, AgreementOnPaper>> {
    const today = this.clock.today();
    const rows = await this.database.reads.rows.find(AgreementRow, {
      where: { facilityId, residentId: In([...residentIds]) },
      order: { number: 'ASC' },
    });
    const live = rows.filter(
      ({ from, to, endedOn }) =>
        from <= today && (to === null || today <= to) && (endedOn === null || today <= endedOn),
    );
    return new Map(
      live.map(({ residentId, number, kinds, textVersion, from, to, envelopes }) => [
        residentId,
        { number, kinds, textVersion, from, to, envelopes },
      ]),
    );
  }
}

/** What lies here without a signed paper is what the paper to be signed names; the days are written by hand. */
function wishFor(items: readonly ItemOnPaper[]): Wish {
  const kinds = ITEM_KINDS.filter(
    (kind) => !ONLY_GIVEN_BACK.includes(kind) && items.some((item) => item.kind === kind),
  );
  return { kinds, from: null, to: null };
}

function personOf({ name, kana, room, birthDate }: ResidentRow): Person {
  return { name, kana, room, birthDate };
}

/** Why a resident left is why something was given back from that day on, not before. */
function leftFor(resident: ResidentRow | null, items: readonly ItemOnPaper[]): string | null {
  const leftOn = resident?.leftOn ?? null;
  const since = leftOn !== null && items.every(({ ended }) => ended !== null && dayInTokyo(ended.at) >= leftOn);
  return since ? (resident?.leaveReason ?? null) : null;
}
