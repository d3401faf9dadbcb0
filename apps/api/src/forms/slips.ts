import { Injectable } from '@nestjs/common';
import { presencesFor, visitFor } from '@azukari/domain';
import type { Uuid, VisitSetting } from '@azukari/domain';
import type { AnswerOf, BodyOf, issueForm, readBringing } from '@azukari/contract';
import { BringingService } from '../bringing/bringing.service.ts';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { places } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { readItems } from '../items/item-views.ts';
import type { ItemView } from '../items/item-views.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { FormData } from './form-data.ts';
import type { Slip, Taken } from './paper/sheet.ts';

type Asked = Pick<BodyOf<typeof issueForm>, 'residentIds' | 'itemIds' | 'visit'>;
type Bringing = AnswerOf<typeof readBringing>;
type Owned = ItemView & { readonly resident: NonNullable<ItemView['resident']> };

interface Outing {
  readonly setting: VisitSetting;
  readonly goesAlong: boolean;
  readonly destination: string | null;
  readonly holder: string | null;
  readonly dueBackAt: string | null;
}

/** Slips gathers the 外出メモ: of the items that are named, or of all that are out, one for each resident. */
@Injectable()
export class Slips {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bringing: BringingService,
    private readonly data: FormData,
  ) {}

  /** gather refuses what is not of this facility, and where nothing would be shown to anybody. */
  async gather(by: SignedIn, asked: Asked): Promise<readonly (Slip & { readonly residentId: Uuid })[]> {
    const byOwner = Map.groupBy(await this.items(by, asked), ({ resident }) => resident.id);
    const slips = [];
    for (const [residentId, items] of byOwner) {
      const outing = asked.visit ?? recorded(items);
      if (outing === null) continue;
      const { setting, goesAlong } = outing;
      const said = await this.bringing.read(by, residentId, { setting, goesAlong });
      slips.push({ residentId, ...slipOf(items, outing, said) });
    }
    if (slips.length === 0) throw new Refused({ kind: 'nothing-to-print' });
    return slips;
  }

  private async items(by: SignedIn, { residentIds, itemIds }: Asked): Promise<readonly Owned[]> {
    const named = itemIds.length > 0;
    const narrow = named ? `item.id IN (${places(itemIds.length)})` : "place = 'out'";
    const of = residentIds === null ? '' : `AND resident_id IN (${places(residentIds.length)})`;
    const items = await readItems(
      { sql: this.database.reads.sql, by, today: this.clock.today() },
      `${narrow} ${of} ORDER BY item.id`,
      [...itemIds, ...(residentIds ?? [])],
    );
    if (named && items.length !== new Set(itemIds).size) throw new Refused({ kind: 'not-found' });
    if (residentIds !== null) await this.data.living(by.facilityId, { residentIds });
    return items.filter((item): item is Owned => item.resident !== null && item.custody.at !== 'ended');
  }
}

/** What was recorded when the first of the items went out; null when nothing went where it is shown to anybody. */
function recorded(items: readonly Owned[]): Outing | null {
  for (const { custody } of items) {
    const usual = custody.at === 'out' ? presencesFor(custody.purpose)?.usual : undefined;
    if (custody.at !== 'out' || usual === undefined) continue;
    const visit = visitFor(custody.purpose, usual);
    if (visit === null) continue;
    const { destination, dueBackAt, holder } = custody;
    return { setting: visit.setting, goesAlong: visit.residentGoesAlong, destination, dueBackAt, holder: holder.name };
  }
  return null;
}

function slipOf(items: readonly Owned[], outing: Outing, { proposed, notProposed, advice }: Bringing): Slip {
  const order = [...proposed, ...notProposed];
  const place = ({ id }: Owned): number => {
    const found = order.findIndex(({ itemId }) => itemId === id);
    return found === -1 ? order.length : found;
  };
  const sorted = items.toSorted((one, other) => place(one) - place(other));
  const going = proposed.filter(({ itemId }) => items.some(({ id }) => id === itemId));
  const [first] = items;
  if (first === undefined) throw new Error('a slip is about at least one item');
  return {
    resident: first.resident,
    ...outing,
    taken: sorted.map((item): Taken => {
      const { kind, label, insurerType, authMode, printedExpiresOn, noDatePrinted } = item;
      const reason = order.find(({ itemId }) => itemId === item.id)?.reasonCode ?? null;
      return { kind, label, insurerType, authMode, printedExpiresOn, noDatePrinted, reason };
    }),
    fallback: (going.find(({ fallback }) => fallback.length > 0)?.fallback ?? [])
      .map(({ step }) => step)
      // A notice that stays in the safe helps nobody at the desk.
      .filter((step) => step !== 'notice-with-card' || going.some(({ kind }) => kind === 'eligibility-notice')),
    advice: [...new Set([...advice, ...going.flatMap((one) => one.advice)].map(({ code }) => code))],
  };
}
