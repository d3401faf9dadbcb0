import { Injectable } from '@nestjs/common';
import { CONTACT_FIELDS, signsFor } from '@azukari/domain';
import type { Draft, PrivateFields, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ownRow } from '../database/own-row.ts';
import { AgreementRow, ContactRow, ResidentRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { withId } from '../http/id.ts';
import { Refused } from '../http/refused.ts';
import { AccessLog } from '../ledger/access-log.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { endLinks } from '../notices/notices.links.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { contactDraft, contactFacts, contactWords } from './contacts.entries.ts';

type Answer = AnswerOf<typeof contract.addContact>;
type Given = Omit<BodyOf<typeof contract.changeContact>, 'commandId' | 'version'>;

/** ContactsService keeps the 連絡先 of residents, with what may be handed to whom. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly accessLog: AccessLog,
  ) {}

  async list(by: SignedIn, residentId: Uuid): Promise<AnswerOf<typeof contract.listContacts>> {
    const { rows } = this.database.reads;
    await ownRow(rows, ResidentRow, { id: residentId, facilityId: by.facilityId });
    await this.accessLog.note(by, [residentId], 'contacts');
    const contacts = await rows.findBy(ContactRow, { residentId, facilityId: by.facilityId });
    return {
      contacts: contacts
        .filter(({ removedAt }) => removedAt === null)
        .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
        .map(answerOf),
    };
  }

  add(by: SignedIn, body: BodyOf<typeof contract.addContact>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'addContact', body },
      async (tx, author) => {
        const { commandId, residentId, ...given } = body;
        const resident = await ownRow(tx.rows, ResidentRow, { id: residentId, facilityId: by.facilityId });
        const row: ContactRow = {
          ...stored(given),
          id: crypto.randomUUID(),
          facilityId: by.facilityId,
          residentId,
          mailFails: 0,
          removedAt: null,
          version: 1,
        };
        await tx.rows.insert(ContactRow, row);
        if (signsFor(row.capacity)) await this.signersChanged(tx, row);
        const entries = await this.ledger.append(tx, author, [
          contactDraft(row, resident.name),
          ...(row.notices === 'not-asked' ? [] : [wishEntry(row, { residentName: resident.name })]),
        ]);
        return { entries, subject: row.id };
      },
      async (tx, _, subject) =>
        answerOf(await ownRow(tx.rows, ContactRow, { id: subject ?? '', facilityId: by.facilityId })),
    );
  }

  change(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.changeContact>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'changeContact', body: withId(id, body) },
      async (tx, author) => {
        const { commandId, version, ...given } = body;
        const row = await this.own(tx, by, id, version);
        const next = stored(given);
        const fields = CONTACT_FIELDS.filter((field) => next[field] !== row[field]);
        const otherWish = next.notices !== row.notices;
        if (fields.length === 0 && !otherWish) throw new Refused({ kind: 'nothing-to-change' });
        // Of another address it is not known yet that it fails.
        const mailFails = next.email === row.email ? row.mailFails : 0;
        await tx.rows.update(ContactRow, { id }, { ...next, mailFails, version: version + 1 });
        // Another name or another capacity is another person, or may be one.
        const another = fields.includes('name') || fields.includes('capacity');
        if (another && (signsFor(row.capacity) || signsFor(next.capacity))) await this.signersChanged(tx, row);
        const changed = Object.fromEntries(fields.map((field) => [field, given[field]])) as Partial<Given>;
        const resident = await residentName(tx, row);
        const facts = { ...contactFacts({ ...next, id }), fields };
        const said = { resident: row.residentId, private: { ...resident, ...contactWords(changed) } };
        const entries = await this.ledger.append(tx, author, [
          ...(fields.length === 0 ? [] : [houseEntry('contact.changed', facts, said)]),
          ...(otherWish ? [wishEntry({ ...next, id, residentId: row.residentId }, resident)] : []),
        ]);
        return { entries, subject: id };
      },
      async (tx, _, subject) =>
        answerOf(await ownRow(tx.rows, ContactRow, { id: subject ?? '', facilityId: by.facilityId })),
    );
  }

  /** remove takes a contact off the list; the row stays, because entries name it. */
  remove(
    by: SignedIn,
    id: Uuid,
    body: BodyOf<typeof contract.removeContact>,
  ): Promise<AnswerOf<typeof contract.removeContact>> {
    return this.commands.once(
      { by, route: 'removeContact', body: withId(id, body) },
      async (tx, author) => {
        const row = await this.own(tx, by, id, body.version);
        await tx.rows.update(ContactRow, { id }, { removedAt: this.clock.now(), version: row.version + 1 });
        if (signsFor(row.capacity)) await this.signersChanged(tx, row);
        const entries = await this.ledger.append(tx, author, [
          houseEntry(
            'contact.removed',
            { contact: id },
            { resident: row.residentId, private: { ...(await residentName(tx, row)), name: row.name } },
          ),
        ]);
        return { entries, subject: id };
      },
      () => ({ removed: true }),
    );
  }

  /** What was agreed with one 後見人 or 身元引受人 is asked of the next: a line on いま、すること, and no link goes on. */
  private async signersChanged(tx: Tx, { facilityId, residentId }: ContactRow): Promise<void> {
    if (!(await tx.rows.existsBy(AgreementRow, { facilityId, residentId }))) return;
    await tx.sql.run('UPDATE resident SET representatives_changed_on = ? WHERE id = ? AND facility_id = ?', [
      this.clock.today(),
      residentId,
      facilityId,
    ]);
    await endLinks(tx.sql, residentId);
  }

  private async own(tx: Tx, by: SignedIn, id: Uuid, version: number): Promise<ContactRow> {
    const row = await ownRow(tx.rows, ContactRow, { id, facilityId: by.facilityId });
    if (row.removedAt !== null) throw new Refused({ kind: 'not-found' });
    if (row.version !== version) throw new Refused({ kind: 'stale-version', version: row.version });
    return row;
  }
}

/** Whether somebody wants to be told, and how, is an agreement of its own. */
function wishEntry(
  { id, residentId, notices }: Pick<ContactRow, 'id' | 'residentId' | 'notices'>,
  said: PrivateFields,
): Draft {
  return houseEntry('contact.notices-set', { contact: id, notices }, { resident: residentId, private: said });
}

async function residentName(tx: Tx, { residentId, facilityId }: ContactRow): Promise<PrivateFields> {
  return { residentName: (await ownRow(tx.rows, ResidentRow, { id: residentId, facilityId })).name };
}

function stored({ mayKnow, ...given }: Given) {
  return { ...given, mayKnow: mayKnow ? ('yes' as const) : ('no' as const) };
}

function answerOf({ facilityId, removedAt, mayKnow, mailFails, language, ...row }: ContactRow): Answer {
  return { ...row, mailFails: mailFails === 1, mayKnow: mayKnow === 'yes', language: language as Answer['language'] };
}
