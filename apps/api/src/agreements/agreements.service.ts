import { Injectable } from '@nestjs/common';
import { ITEM_KINDS } from '@azukari/domain';
import type { CalendarDay, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ownRow } from '../database/own-row.ts';
import { AgreementRow, AgreementTextRow, ResidentRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { withId } from '../http/id.ts';
import { Refused } from '../http/refused.ts';
import { AccessLog } from '../ledger/access-log.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Answer = AnswerOf<typeof contract.makeAgreement>;

interface Dated {
  readonly commandId: Uuid;
  readonly version: number;
  readonly on: CalendarDay;
}

/** AgreementsService keeps the 預かり依頼書: what was signed, reviewed and ended. A signed one is never edited. */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly accessLog: AccessLog,
  ) {}

  /** list answers the newest first. */
  async list(by: SignedIn, residentId?: Uuid): Promise<AnswerOf<typeof contract.listAgreements>> {
    const { rows } = this.database.reads;
    const { facilityId } = by;
    if (residentId !== undefined) await ownRow(rows, ResidentRow, { id: residentId, facilityId });
    const agreements = await rows.find(AgreementRow, {
      where: { facilityId, ...(residentId !== undefined && { residentId }) },
      order: { number: 'DESC' },
    });
    await this.accessLog.note(
      by,
      [...new Set([...agreements.map((row) => row.residentId), ...(residentId === undefined ? [] : [residentId])])],
      'agreement',
    );
    return { agreements: agreements.map(answerOf) };
  }

  make(by: SignedIn, body: BodyOf<typeof contract.makeAgreement>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'makeAgreement', body },
      async (tx, author) => {
        const { commandId, residentId, ...given } = body;
        const { facilityId } = by;
        const resident = await ownRow(tx.rows, ResidentRow, { id: residentId, facilityId });
        this.refuseMaking(resident, given);
        const kinds = ITEM_KINDS.filter((kind) => given.kinds.includes(kind));
        const textVersion = (await tx.rows.maximum(AgreementTextRow, 'version', { facilityId })) ?? 0;
        const row: AgreementRow = {
          ...given,
          id: crypto.randomUUID(),
          facilityId,
          residentId,
          number: ((await tx.rows.maximum(AgreementRow, 'number', { facilityId })) ?? 0) + 1,
          kinds,
          textVersion,
          endedOn: null,
          reviewedOn: null,
          version: 1,
        };
        await tx.rows.insert(AgreementRow, row);
        const { id, capacity, signedOn, from, to } = row;
        const { signerName, reason, willHeard, willNote, paperPlace } = given;
        const words = {
          residentName: resident.name,
          signerName,
          reason,
          ...(willNote !== null && { note: willNote }),
          ...(paperPlace !== null && { paperPlace }),
        };
        const facts = { agreement: id, kinds, textVersion, capacity, willHeard, signedOn, from, to };
        const about = { resident: residentId, private: { residentName: resident.name } };
        const entries = await this.ledger.append(tx, author, [
          houseEntry('agreement.made', facts, { resident: residentId, private: words }),
          ...(given.envelopes === null
            ? []
            : [houseEntry('agreement.envelopes-settled', { agreement: id, rule: given.envelopes }, about)]),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => answerFrom(tx, by, subject),
    );
  }

  /** end makes `on` the last day; items that are still here become 一時保管 in the eyes of the rules the day after. */
  end(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.endAgreement>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'endAgreement', body: withId(id, body) },
      async (tx, author) => {
        const { row, residentName } = await this.open(tx, by, id, body);
        if (row.to !== null && body.on > row.to) throw new Refused({ kind: 'dates-out-of-order' });
        await tx.rows.update(AgreementRow, { id }, { endedOn: body.on, version: row.version + 1 });
        const entries = await this.ledger.append(tx, author, [
          houseEntry(
            'agreement.ended',
            { agreement: id, on: body.on },
            { resident: row.residentId, private: { residentName } },
          ),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => answerFrom(tx, by, subject),
    );
  }

  review(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.reviewAgreement>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'reviewAgreement', body: withId(id, body) },
      async (tx, author) => {
        const { row, residentName } = await this.open(tx, by, id, body);
        if (body.on > this.clock.today()) throw new Refused({ kind: 'occurred-in-future', now: this.clock.now() });
        if (row.reviewedOn !== null && body.on < row.reviewedOn) throw new Refused({ kind: 'dates-out-of-order' });
        await tx.rows.update(AgreementRow, { id }, { reviewedOn: body.on, version: row.version + 1 });
        const entries = await this.ledger.append(tx, author, [
          houseEntry(
            'agreement.reviewed',
            { agreement: id, on: body.on },
            { resident: row.residentId, private: { residentName } },
          ),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => answerFrom(tx, by, subject),
    );
  }

  /** settleEnvelopes adds an answer that was not asked for, or takes the newest; what was signed stays as it was. */
  settleEnvelopes(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.settleEnvelopes>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'settleEnvelopes', body: withId(id, body) },
      async (tx, author) => {
        const { version, rule } = body;
        const row = await ownRow(tx.rows, AgreementRow, { id, facilityId: by.facilityId, version });
        if (row.endedOn !== null) throw new Refused({ kind: 'agreement-ended', on: row.endedOn });
        if (row.envelopes === rule) throw new Refused({ kind: 'nothing-to-change' });
        const { residentId } = row;
        const { name } = await ownRow(tx.rows, ResidentRow, { id: residentId, facilityId: by.facilityId });
        await tx.rows.update(AgreementRow, { id }, { envelopes: rule, version: version + 1 });
        const about = { resident: residentId, private: { residentName: name } };
        const entry = houseEntry('agreement.envelopes-settled', { agreement: id, rule }, about);
        return { entries: await this.ledger.append(tx, author, [entry]), subject: id };
      },
      (tx, _, subject) => answerFrom(tx, by, subject),
    );
  }

  private refuseMaking(
    resident: ResidentRow,
    { signedOn, from, to }: Pick<AgreementRow, 'signedOn' | 'from' | 'to'>,
  ): void {
    const today = this.clock.today();
    if (resident.leftOn !== null && resident.leftOn < today)
      throw new Refused({ kind: 'resident-left', residentId: resident.id, on: resident.leftOn });
    if (signedOn > today) throw new Refused({ kind: 'occurred-in-future', now: this.clock.now() });
    if (to !== null && to < from) throw new Refused({ kind: 'dates-out-of-order' });
  }

  private async open(
    tx: Tx,
    by: SignedIn,
    id: Uuid,
    { version, on }: Dated,
  ): Promise<{ readonly row: AgreementRow; readonly residentName: string }> {
    const row = await ownRow(tx.rows, AgreementRow, { id, facilityId: by.facilityId, version });
    if (row.endedOn !== null) throw new Refused({ kind: 'agreement-ended', on: row.endedOn });
    if (on < row.from) throw new Refused({ kind: 'dates-out-of-order' });
    const resident = await ownRow(tx.rows, ResidentRow, { id: row.residentId, facilityId: by.facilityId });
    return { row, residentName: resident.name };
  }
}

async function answerFrom(tx: Tx, by: SignedIn, subject: Uuid | null): Promise<Answer> {
  return answerOf(await ownRow(tx.rows, AgreementRow, { id: subject ?? '', facilityId: by.facilityId }));
}

function answerOf({ facilityId, willHeard, ...row }: AgreementRow): Answer {
  return { ...row, willHeard: willHeard as Answer['willHeard'] };
}
