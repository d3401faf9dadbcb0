import { Injectable } from '@nestjs/common';
import {
  agree,
  amend,
  assign,
  cancel,
  change,
  checkIn,
  checkOut,
  comeBack,
  confirmWhereabouts,
  describe,
  enterLate,
  found,
  handOver,
  move,
  reportMissing,
  reviewEmergency,
  search,
} from '@azukari/domain';
import type { HolderRef, RecordSituation, Uuid, Verdict } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import type { Reads } from '../database/database.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { accepted, Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import type { Done, Receipt } from '../ledger/commands.ts';
import { Ledger, lockHead } from '../ledger/ledger.ts';
import type { Author, Entry } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { historyOf, keepCustody } from '../items/item-cache.ts';
import { contactNamed, contactTyped, gather, itemsNamed, ownStorage } from '../items/situations.ts';
import { staffNamed, usableStorage } from '../items/situations.ts';
import type { Gathered } from '../items/situations.ts';
import { withNames } from '../items/with-names.ts';
import { forAmbulance, placesOfItems, TO_AMBULANCE } from './to-ambulance.ts';

interface Order {
  readonly commandId: Uuid;
  readonly itemIds: readonly Uuid[];
}

/** Turn is whose command is carried out, on which items. */
interface Turn {
  readonly tx: Tx;
  readonly by: SignedIn;
  readonly author: Author;
  readonly itemIds: readonly Uuid[];
}

type Verb = (tx: Tx, situation: Gathered) => Verdict | Promise<Verdict>;

/** CustodyService changes where items are: one method a verb. The domain decides; the ledger and its cache are written together. */
@Injectable()
export class CustodyService {
  constructor(
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  checkOut(by: SignedIn, body: BodyOf<typeof contract.checkOut>): Promise<Receipt> {
    return this.decide(by, 'checkOut', body, async (tx, situation) => {
      const carrier = await this.holder(tx, by, body.holder, situation);
      return checkOut({ ...body, ...carrier.order }, { ...situation, contact: carrier.contact });
    });
  }

  checkIn(by: SignedIn, body: BodyOf<typeof contract.checkIn>): Promise<Receipt> {
    return this.decide(by, 'checkIn', body, async (tx, situation) => {
      await ownStorage(tx, by, body.storageId);
      return checkIn(body, situation);
    });
  }

  change(by: SignedIn, body: BodyOf<typeof contract.changeCustody>): Promise<Receipt> {
    return this.decide(by, 'changeCustody', body, async (tx, situation) => {
      const carrier = body.holder && (await this.holder(tx, by, body.holder, situation));
      const { dueBackAt, itemIds, note } = body;
      const holder = carrier?.order ?? { holder: null, holderName: null };
      return change(
        { itemIds, note, dueBackAt, occurredAt: null, ...holder },
        { ...situation, contact: carrier?.contact ?? null },
      );
    });
  }

  move(by: SignedIn, body: BodyOf<typeof contract.moveItems>): Promise<Receipt> {
    return this.decide(by, 'moveItems', body, async (tx, situation) => {
      await usableStorage(tx, by, body.storageId);
      return move({ ...body, note: null }, situation);
    });
  }

  handOver(by: SignedIn, body: BodyOf<typeof contract.handOver>): Promise<Receipt> {
    return this.decide(by, 'handOver', body, async (tx, situation) => {
      const { relation, name, contactId } = body.receiver;
      const contact = contactId === null ? null : await contactNamed(tx, by, contactId, situation.items);
      const meant = contact ?? (await contactTyped(tx, by, body.receiver, situation.items));
      const witnessName = body.witnessId === null ? null : await staffNamed(tx, by, body.witnessId);
      const successors = body.replacedById === null ? [] : [body.replacedById];
      const [replacement = null] = await itemsNamed(tx.sql, by, successors);
      return handOver(
        {
          ...body,
          receiver: contact === null ? `other:${relation}` : `contact:${contact.id}`,
          receiverName: contact?.name ?? name,
          witnessName,
          occurredAt: null,
        },
        { ...situation, contact: meant, replacement },
      );
    });
  }

  agree(by: SignedIn, body: BodyOf<typeof contract.agreeItems>): Promise<Receipt> {
    return this.decide(by, 'agreeItems', body, async (tx, situation) => {
      await usableStorage(tx, by, body.storageId);
      return agree(body, situation);
    });
  }

  confirmWhereabouts(by: SignedIn, body: BodyOf<typeof contract.confirmWhereabouts>): Promise<Receipt> {
    return this.decide(by, 'confirmWhereabouts', body, (_, situation) => confirmWhereabouts(body, situation));
  }

  startSearch(by: SignedIn, body: BodyOf<typeof contract.startSearch>): Promise<Receipt> {
    return this.decide(by, 'startSearch', body, (_, situation) => search(body, situation));
  }

  reportMissing(by: SignedIn, body: BodyOf<typeof contract.reportMissing>): Promise<Receipt> {
    return this.decide(by, 'reportMissing', body, (_, situation) => reportMissing(body, situation));
  }

  reportFound(by: SignedIn, body: BodyOf<typeof contract.reportFound>): Promise<Receipt> {
    return this.decide(by, 'reportFound', body, async (tx, situation) => {
      await ownStorage(tx, by, body.storageId);
      return found(body, situation);
    });
  }

  enterLate(by: SignedIn, body: BodyOf<typeof contract.enterLate>): Promise<Receipt> {
    return this.decide(by, 'enterLate', body, async (tx, situation) => {
      await ownStorage(tx, by, body.storageId);
      const carrier = await this.holder(tx, by, body.holder, situation);
      return enterLate(
        { ...body, ...carrier.order, inAt: body.backAt, condition: 'good' },
        { ...situation, contact: carrier.contact },
      );
    });
  }

  describe(
    by: SignedIn,
    itemId: Uuid,
    { commandId, ...changes }: BodyOf<typeof contract.describeItem>,
  ): Promise<Receipt> {
    const body = { commandId, itemIds: [itemId], changes };
    return this.decide(by, 'describeItem', body, (_, situation) => describe(body, situation));
  }

  assign(by: SignedIn, itemId: Uuid, { commandId, residentId }: BodyOf<typeof contract.assignItem>): Promise<Receipt> {
    const body = { commandId, itemIds: [itemId], residentId };
    return this.decide(by, 'assignItem', body, async (tx, situation) => {
      const known = await tx.sql.get('SELECT id FROM resident WHERE id = ? AND facility_id = ?', [
        residentId,
        by.facilityId,
      ]);
      if (!known) throw new Refused({ kind: 'not-found' });
      return assign(body, situation);
    });
  }

  amend(by: SignedIn, body: BodyOf<typeof contract.amendEntry>): Promise<Receipt> {
    const { seq, reason, explanation, commandId, ...replace } = body;
    return this.correct(by, 'amendEntry', body, (itemId, situation) =>
      amend({ itemId, seq, replace, reasonCode: reason, reason: explanation }, situation),
    );
  }

  cancel(by: SignedIn, body: BodyOf<typeof contract.cancelEntry>): Promise<Receipt> {
    const { seq, reason, explanation } = body;
    return this.correct(by, 'cancelEntry', body, (_, situation) =>
      cancel({ seqs: [seq], reasonCode: reason, reason: explanation }, situation),
    );
  }

  reviewEmergency(by: SignedIn, body: BodyOf<typeof contract.reviewEmergency>): Promise<Receipt> {
    return this.correct(by, 'reviewEmergency', body, (itemId, situation) =>
      reviewEmergency({ ...body, itemId }, situation),
    );
  }

  /** takeToAmbulance takes out what goes with an ambulance and lies in the safe, and answers where; the person chose nothing else. */
  takeToAmbulance(
    by: SignedIn,
    body: Omit<BodyOf<typeof contract.emergencyAtTablet>, 'staffId'>,
  ): Promise<AnswerOf<typeof contract.emergencyAtTablet>> {
    return this.commands.once(
      { by, route: 'emergencyAtTablet', body },
      async (tx, author) => {
        const itemIds = await forAmbulance(tx.sql, by.facilityId, body.residentId);
        const order = { ...TO_AMBULANCE, itemIds };
        return this.carryOut({ tx, by, author, itemIds }, (_, situation) => checkOut(order, situation));
      },
      async ({ sql }, receipt) => ({ receipt, taken: await placesOfItems(sql, by.facilityId, receipt) }),
    );
  }

  /** comeBack writes down where everything is that went along on a stay. */
  comeBack(by: SignedIn, { commandId, ...body }: BodyOf<typeof contract.comeBack>): Promise<Receipt> {
    const order = { commandId, itemIds: body.items.map(({ itemId }) => itemId), ...body };
    return this.decide(by, 'comeBack', order, async (tx, situation) => {
      const { there, family } = body;
      const keeper = async (given: Exclude<BodyOf<typeof contract.checkOut>['holder'], { kind: 'staff' }> | null) => {
        if (given === null) return null;
        const { order, contact } = await this.holder(tx, by, given, situation);
        return { holder: order.holder, holderName: order.holderName, contact };
      };
      return comeBack(
        {
          ...body,
          there: await keeper(
            there === null ? null : { kind: 'other', relation: 'hospital', name: there, contactId: null },
          ),
          family: await keeper(family && { kind: 'other', ...family }),
        },
        situation,
      );
    });
  }

  private decide(by: SignedIn, route: string, body: Order, verb: Verb): Promise<Receipt> {
    return this.commands.once(
      { by, route, body },
      (tx, author) => this.carryOut({ tx, by, author, itemIds: body.itemIds }, verb),
      (_, receipt) => receipt,
    );
  }

  private async carryOut({ tx, by, author, itemIds }: Turn, verb: Verb): Promise<Done> {
    const situation = await gather(tx.sql, by, this.clock.now(), itemIds);
    const drafts = withNames(accepted(await verb(tx, situation)), situation);
    const entries = await this.ledger.append(tx, author, drafts);
    await this.keep(tx, by, entries, situation);
    return { entries };
  }

  /** correct is every command that speaks about an entry; the entry's item and its whole history are what the rule needs. */
  correct(
    by: SignedIn,
    route: string,
    body: { readonly commandId: Uuid; readonly seq: number },
    verb: (itemId: Uuid, situation: RecordSituation, tx: Tx) => Verdict | Promise<Verdict>,
  ): Promise<Receipt> {
    return this.commands.once(
      { by, route, body },
      async (tx, author) => {
        const head = await lockHead(tx, by.facilityId, 'custody');
        const leaf = await tx.sql.get<{ item: Uuid | null }>('SELECT item FROM log_leaf WHERE log = ? AND seq = ?', [
          head.id,
          body.seq,
        ]);
        if (!leaf) throw new Refused({ kind: 'not-found' });
        if (leaf.item === null) throw new Refused({ kind: 'entry-not-cancellable' });
        const situation = await gather(tx.sql, by, this.clock.now(), [leaf.item]);
        const history = await historyOf(tx.sql, head.id, leaf.item);
        const recorded = { ...situation, items: situation.items.map((item) => ({ ...item, history })) };
        const drafts = withNames(accepted(await verb(leaf.item, recorded, tx)), situation);
        const entries = await this.ledger.append(tx, author, drafts);
        await this.keep(tx, by, entries, situation);
        return { entries };
      },
      (_, receipt) => receipt,
    );
  }

  /** keep brings the caches up to entries about these items, in the same transaction. */
  async keep(tx: Tx, by: SignedIn, entries: readonly Entry[], situation: Gathered): Promise<void> {
    const head = await lockHead(tx, by.facilityId, 'custody');
    await keepCustody(tx.sql, head.id, entries, situation.items);
    for (const { seq, recordedAt, draft } of entries) {
      if (draft.type === 'item.checked-out' && draft.facts.purpose === 'emergency' && draft.item !== null)
        await tx.sql.run(
          'INSERT INTO emergency (facility_id, seq, item_id, at, by_name, unsigned) VALUES (?, ?, ?, ?, ?, ?)',
          [
            by.facilityId,
            seq,
            draft.item,
            draft.occurredAt ?? recordedAt,
            tx.sql.sealed.close('emergency.by_name', [by.facilityId, seq], by.name),
            by.auth === 'device' ? 1 : 0,
          ],
        );
      if (draft.type === 'emergency.reviewed' || draft.type === 'entry.cancelled')
        await tx.sql.run('UPDATE emergency SET reviewed_seq = ? WHERE facility_id = ? AND seq = ?', [
          seq,
          by.facilityId,
          draft.corrects,
        ]);
    }
  }

  /** holder finds out who carries items: a colleague, a contact of these residents, or somebody by relation and name. */
  async holder(tx: Reads, by: SignedIn, given: BodyOf<typeof contract.checkOut>['holder'], situation: Gathered) {
    if (given.kind === 'staff') {
      const holderName = await staffNamed(tx, by, given.staffId);
      return { order: { holder: `staff:${given.staffId}` as HolderRef, holderName, contactId: null }, contact: null };
    }
    const contact = given.contactId === null ? null : await contactNamed(tx, by, given.contactId, situation.items);
    const holderName = contact?.name ?? given.name;
    return {
      order: { holder: `other:${given.relation}` as HolderRef, holderName, contactId: contact?.id ?? null },
      contact: contact ?? (await contactTyped(tx, by, given, situation.items)),
    };
  }
}
