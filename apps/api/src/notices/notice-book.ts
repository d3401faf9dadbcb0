import { Injectable } from '@nestjs/common';
import {
  addDays,
  dayInTokyo,
  deliveryOf,
  nextDelivery,
  phoneInstead,
  queuedDelivery,
  recheckNotices,
  triedOn,
  DATED_KINDS,
} from '@azukari/domain';
import type {
  CalendarDay,
  Delivery,
  DeliveryEvent,
  Draft,
  EntryFacts,
  Instant,
  NoticeDraft,
  NoticePlan,
  PrivateFields,
  Uuid,
} from '@azukari/domain';
import { Clock } from '../clock.ts';
import { keepAnchor } from '../ledger/anchors.ts';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Author, Entry } from '../ledger/ledger.ts';
import { random } from '../ledger/crypto.ts';
import { MailDoor } from './mail-door.ts';
import { insertNotice, readNotices, residentsOf, writeProgress } from './notice-rows.ts';
import type { StoredNotice } from './notice-rows.ts';
import { reminderFacts } from './reminder-facts.ts';

/** Entries after which whatever was true of a date and a family still is: the everyday way of an item. */
const MOVES: ReadonlySet<string> = new Set<Draft['type']>([
  'item.checked-out',
  'item.checked-in',
  'item.changed',
  'item.moved',
  'item.search-started',
  'item.reported-missing',
  'item.found',
  'item.whereabouts-confirmed',
]);

/** What may be rewritten, is under way, or may have gone today. */
const LIVE = `facility_id = ? AND (state IN ('queued', 'open', 'sending', 'uncertain') OR made_on >= ? OR settled_at >= ?)`;
/** Crockford's alphabet: no letter that is mistaken for a digit, also on the telephone. */
const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 6;

const NOTHING_BEFORE = { delivery: null, tried: null };

/** NoticeBook writes notices down and what becomes of them, each in the transaction of whatever changed it. */
@Injectable()
export class NoticeBook {
  constructor(
    private readonly ledger: Ledger,
    private readonly door: MailDoor,
    commands: Commands,
    clock: Clock,
  ) {
    commands.afterEach(async (tx, facilityId, drafts) => {
      const touched = drafts.flatMap(({ type, resident }) => (resident === null || MOVES.has(type) ? [] : resident));
      await wordAnew(
        tx.sql,
        drafts.flatMap(({ item }) => item ?? []),
      );
      return this.recheck(tx, facilityId, touched, clock.now());
    });
  }

  /** live are the notices that a planning has to know. */
  live(sql: Statements, facilityId: Uuid, today: string): Promise<StoredNotice[]> {
    // A mail of today may have been made days ago; what was settled longer ago than a day left before today.
    const yesterday = addDays(today, -1);
    return readNotices(sql, LIVE, [facilityId, today, `${yesterday}T00:00:00.000Z`]);
  }

  /** carryOut writes down what a plan says; it answers how many notices are new. */
  async carryOut(
    tx: Tx,
    { facilityId, now }: { readonly facilityId: Uuid; readonly now: Instant },
    {
      plan: { drafts, untrue },
      notices,
    }: { readonly plan: Pick<NoticePlan, 'drafts' | 'untrue'>; readonly notices: readonly StoredNotice[] },
  ): Promise<number> {
    const byId = new Map(notices.map((notice) => [notice.id, notice]));
    for (const draft of drafts) {
      const replaced = draft.replaces.flatMap((id) => byId.get(id) ?? []);
      const delivery = replaced.map(deliveryOf).find((one) => one !== null) ?? null;
      for (const notice of replaced) await this.withdraw(tx, notice, 'replaced', now);
      const tried = replaced.map(({ progress }) => triedOn(progress)).find((day) => day !== null) ?? null;
      await this.write(tx, { facilityId, now }, draft, { delivery, tried });
    }
    for (const id of untrue) {
      const notice = byId.get(id);
      if (notice) await this.withdraw(tx, notice, 'untrue', now);
    }
    return drafts.length;
  }

  /** happen applies an event to a mail, and answers its entries; null: it had nothing to say any more, and nothing was written. */
  async happen(
    tx: Tx,
    notice: StoredNotice,
    event: DeliveryEvent,
    { now, author = theMachine(notice.facilityId) }: { readonly now: Instant; readonly author?: Author },
  ): Promise<readonly Entry[] | null> {
    const before = deliveryOf(notice);
    const step = before && nextDelivery(before, event, now);
    if (!step) return null;
    await writeProgress(tx.sql, notice.id, step.delivery, now);
    // Of a mail to oneself nobody has to be told.
    if (step.phone && notice.lines.length > 0) {
      const instead = phoneInstead(notice, dayInTokyo(now));
      await this.write(tx, { facilityId: notice.facilityId, now }, instead, NOTHING_BEFORE);
    }
    return this.tell(tx, notice, step.delivery, author);
  }

  /** recheck takes back, in the same transaction, what an entry about these residents has made untrue. */
  async recheck(tx: Tx, facilityId: Uuid, residentIds: readonly Uuid[], now: Instant): Promise<void> {
    const ids = [...new Set(residentIds)];
    if (ids.length === 0) return;
    const about = await readNotices(
      tx.sql,
      `facility_id = ? AND state IN ('queued', 'open') AND id IN
        (SELECT notice_id FROM notice_line WHERE facility_id = ? AND resident_id IN (${places(ids.length)}))`,
      [facilityId, facilityId, ...ids],
    );
    if (about.length === 0) return;
    const facts = await reminderFacts(tx.sql, {
      facilityId,
      today: dayInTokyo(now),
      residentIds: residentsOf(about),
      mails: this.door.isOpen,
    });
    const plan = recheckNotices(facts, about);
    await this.carryOut(tx, { facilityId, now }, { plan, notices: about });
  }

  /** entriesAbout are the same entry for each resident whom a notice is about. */
  async entriesAbout(
    tx: Tx,
    notice: StoredNotice,
    entry: (
      kinds: EntryFacts<'notice.accepted'>['about'],
      said: { readonly resident: Uuid; readonly private: PrivateFields },
    ) => Draft,
  ): Promise<Draft[]> {
    const byResident = Map.groupBy(notice.lines, ({ deadline }) => deadline.residentId);
    const drafts: Draft[] = [];
    for (const [resident, lines] of byResident) {
      const row = await tx.sql.get<{ name: string }>('SELECT name FROM resident WHERE id = ?', [resident]);
      const kinds = DATED_KINDS.filter((kind) => lines.some(({ deadline }) => deadline.kind === kind));
      drafts.push(
        entry(kinds, {
          resident,
          private: { residentName: tx.sql.sealed.open('resident.name', resident, row?.name ?? null) ?? '' },
        }),
      );
    }
    return drafts;
  }

  private async withdraw(tx: Tx, notice: StoredNotice, cause: 'replaced' | 'untrue', now: Instant): Promise<void> {
    if (deliveryOf(notice) === null) await writeProgress(tx.sql, notice.id, { state: 'cancelled' }, now);
    else await this.happen(tx, notice, { kind: 'cancelled', cause }, { now });
  }

  private async write(
    tx: Tx,
    { facilityId, now }: { readonly facilityId: Uuid; readonly now: Instant },
    { replaces, ...draft }: NoticeDraft,
    { delivery, tried }: { readonly delivery: Delivery | null; readonly tried: CalendarDay | null },
  ): Promise<void> {
    const mail = draft.to.channel === 'mail';
    await insertNotice(tx.sql, {
      ...draft,
      id: crypto.randomUUID(),
      facilityId,
      contactId: draft.lines[0]?.contactId ?? null,
      progress: mail
        ? queuedDelivery('reminder', now, delivery)
        : { state: 'open', ...(tried !== null && { triedOn: tried }) },
      replyCode: draft.to.channel === 'office' ? null : replyCode(),
      madeAt: now,
      settledAt: null,
    });
  }

  /** That a mail was accepted, or is lost, is something that the facility knows. */
  private async tell(tx: Tx, notice: StoredNotice, delivery: Delivery, author: Author): Promise<readonly Entry[]> {
    const { id, contactId: contact } = notice;
    const cause = failureOf(delivery);
    if ((cause === 'refused' || cause === 'bounced') && contact !== null)
      await tx.sql.run('UPDATE contact SET mail_fails = 1 WHERE id = ?', [contact]);
    const drafts =
      cause !== null
        ? await this.entriesAbout(tx, notice, (_, said) =>
            houseEntry('notice.failed', { notice: id, contact, cause }, said),
          )
        : delivery.state === 'accepted'
          ? await this.entriesAbout(tx, notice, (about, said) =>
              houseEntry('notice.accepted', { notice: id, contact, about }, said),
            )
          : [];
    if (delivery.state === 'accepted') await keepMailed(tx.sql, id, delivery.at);
    return drafts.length === 0 ? [] : this.ledger.append(tx, author, drafts);
  }
}

/** A mail that was accepted has carried its checkpoint out of the house. */
async function keepMailed(sql: Statements, id: Uuid, now: Instant): Promise<void> {
  const mail = await sql.get<{ facility: Uuid; size: number | null; code: string | null }>(
    'SELECT facility_id AS facility, anchor_size AS size, anchor_code AS code FROM notice WHERE id = ?',
    [id],
  );
  if (!mail || mail.size === null || mail.code === null) return;
  await keepAnchor(sql, mail.facility, { kind: 'mail', size: mail.size, code: mail.code, ref: id, at: now });
}

/** What has not left the house says where the item is: after any entry about it, it is composed again, unless a copy may have arrived. */
async function wordAnew(sql: Statements, itemIds: readonly Uuid[]): Promise<void> {
  for (const id of new Set(itemIds))
    await sql.run(
      `UPDATE notice SET bytes = NULL, link_hash = NULL, link_until = NULL
       WHERE state = 'queued' AND may_have_left_at IS NULL AND id IN (SELECT notice_id FROM notice_line WHERE item_id = ?)`,
      [id],
    );
}

function failureOf(delivery: Delivery): 'refused' | 'gave-up' | 'bounced' | 'left-open' | null {
  if (delivery.state === 'dead') return delivery.cause;
  if (delivery.state === 'bounced') return 'bounced';
  return delivery.state === 'uncertain' && delivery.retryAt === null ? 'left-open' : null;
}

/** theMachine makes the entries that nobody's hand has made. */
export function theMachine(facilityId: Uuid): Author {
  return { facilityId, actor: 'system', name: null, auth: 'none', authAge: null, command: crypto.randomUUID() };
}

function replyCode(): string {
  return Array.from(random(CODE_LENGTH), (byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('');
}
