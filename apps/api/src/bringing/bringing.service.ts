import { Injectable } from '@nestjs/common';
import { dayInTokyo, FALLBACK_SOURCES, insurerTypeOf, rankDocuments } from '@azukari/domain';
import type { CalendarDay, Uuid, Visit, VisitDocument, VisitItem } from '@azukari/domain';
import type { AnswerOf, QueryOf, readBringing } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ownRow } from '../database/own-row.ts';
import { ResidentRow } from '../database/rows.ts';
import { insurersOf } from '../items/insurers.ts';
import { readItems } from '../items/item-views.ts';
import type { ItemView } from '../items/item-views.ts';
import { checksOf } from '../items/resident-checks.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Answer = AnswerOf<typeof readBringing>;
type Document = Answer['notProposed'][number];

/** BringingService says what to bring to a visit: it hands everything that is known to the rules. */
@Injectable()
export class BringingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(
    by: SignedIn,
    residentId: Uuid,
    { setting, goesAlong, on = this.clock.today() }: QueryOf<typeof readBringing>,
  ): Promise<Answer> {
    const { sql, rows } = this.database.reads;
    const { birthDate } = await ownRow(rows, ResidentRow, { id: residentId, facilityId: by.facilityId });
    const kept = await readItems({ sql, by, today: on }, "resident_id = ? AND place <> 'ended' ORDER BY item.id", [
      residentId,
    ]);
    const checks = (await checksOf(sql, by.facilityId, residentId))(residentId);
    const insurers = await insurersOf(sql, by.facilityId);
    const items = kept.map((item) => ({ ...visitItem(item), insurer: insurers.of(item.id)?.id ?? null }));
    const visit: Visit = {
      setting,
      day: on,
      residentGoesAlong: goesAlong,
      resident: { birthDate, ...checks },
      items,
      insurerType: insurerTypeOf(kept),
      ...insurers.settings,
    };
    return answerOf(visit, kept, on);
  }
}

function visitItem(item: ItemView): VisitItem {
  const { id, kind, printedExpiresOn, noDatePrinted, certificateExpiresOn, insurerType, authMode, takenInAt } = item;
  const receivedOn = dayInTokyo(takenInAt);
  return { id, kind, printedExpiresOn, noDatePrinted, certificateExpiresOn, insurerType, authMode, receivedOn };
}

function answerOf(visit: Visit, kept: readonly ItemView[], on: CalendarDay): Answer {
  const byId = new Map(kept.map((item) => [item.id, item]));
  const document = ({ id, kind, reasonCode, source, value }: VisitDocument): readonly Document[] => {
    const item = byId.get(id);
    if (!item || item.custody.at === 'ended') return [];
    return [{ itemId: id, kind, label: item.label, at: item.custody.at, reasonCode, source, value }];
  };
  const { proposed, notProposed, advice } = rankDocuments(visit);
  return {
    on,
    proposed: proposed.flatMap((one) =>
      document(one).map((found) => ({
        ...found,
        fallback: one.fallback.map((step) => ({ step, source: FALLBACK_SOURCES[step] })),
        advice: [...one.advice],
      })),
    ),
    notProposed: notProposed.flatMap(document),
    advice: [...advice],
  };
}
