import { Inject, Injectable } from '@nestjs/common';
import type { Custody, CustodyState, DeadlineKind, Instant, ItemKind, Uuid } from '@azukari/domain';
import { kindSettings } from '@azukari/domain';
import MailComposer from 'nodemailer/lib/mail-composer';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import type { SignedCheckpoint } from '../ledger/checkpoints.ts';
import { readNoticeSettings, readSteps } from './notice-settings.ts';
import type { StoredNotice } from './notice-rows.ts';
import { mailOf } from './words/mail.ts';
import type { Envelope, Mail } from './words/mail.ts';
import { oneLine } from './words/notice-words.ts';
import type { Language, NoticeWords, Whereabouts } from './words/notice-words.ts';

/** Composed is a mail as it will leave the house, byte for byte, at every attempt. */
export interface Composed {
  readonly address: string;
  readonly messageId: string;
  readonly bytes: string;
}

interface Reader {
  readonly name: string;
  readonly address: string;
  readonly email: string;
}

const NOBODY: Reader = { name: '', address: '', email: '' };

/** Composer gathers what a notice says and makes the mail of it. */
@Injectable()
export class Composer {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** wordsOf are all that a notice says, for mail, letter and page alike. */
  async wordsOf(
    sql: Statements,
    notice: StoredNotice,
    {
      answerUrl,
      checkpoint,
      guided,
    }: Pick<NoticeWords, 'answerUrl' | 'guided'> & { readonly checkpoint: SignedCheckpoint | null },
  ): Promise<NoticeWords & { readonly email: string }> {
    const { facilityId, on, contactId, replyCode } = notice;
    const { email, ...to } = contactId === null ? NOBODY : await readerOf(sql, contactId);
    return {
      ...(await this.senderOf(sql, facilityId)),
      language: (notice.to.language ?? 'ja') as Language,
      on,
      to,
      email,
      guided,
      lines: await linesOf(sql, notice),
      answerUrl,
      replyCode,
      checkpoint: checkpoint && {
        note: checkpoint.note,
        code: checkpoint.code,
        size: checkpoint.size,
        at: checkpoint.at,
      },
    };
  }

  /** senderOf is who writes, and in whose words. */
  async senderOf(sql: Statements, facilityId: Uuid): Promise<Pick<NoticeWords, 'house' | 'signer' | 'hours' | 'own'>> {
    const house = await sql.get<Record<'name' | 'kana' | 'phone' | 'address' | 'head', string>>(
      'SELECT name, kana, phone, address, head FROM facility WHERE id = ?',
      [facilityId],
    );
    if (!house) throw new Error(`no facility ${facilityId}`);
    const { signer, title, hours, words } = await readNoticeSettings(sql, facilityId);
    return {
      house: { ...house, head: sql.sealed.open('facility.head', facilityId, house.head) },
      signer: { name: signer, title },
      hours,
      own: words,
    };
  }

  /** compose makes the mail of a notice; it throws CannotBeWorded where something is missing, and then nothing is sent. */
  compose({ email, ...words }: NoticeWords & { readonly email: string }, id: Uuid, now: Instant): Promise<Composed> {
    const envelope = this.envelope(id, email);
    return this.seal({ ...envelope, date: now, name: words.house.name }, mailOf(words, { ...envelope, date: now }));
  }

  /** envelope is from whom and to whom, and the number that one mail keeps through all its attempts. */
  envelope(
    id: Uuid,
    toAddress: string,
  ): { readonly from: string; readonly toAddress: string; readonly messageId: string } {
    const from = this.config.mail?.from ?? '';
    return { from, toAddress, messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>` };
  }

  /** seal makes the bytes of any mail of this house. */
  async seal(
    { from, toAddress, messageId, date, name }: Envelope & { readonly name: string },
    { subject, text, html, ics }: Pick<Mail, 'subject' | 'text'> & Partial<Mail>,
  ): Promise<Composed> {
    const mail = new MailComposer({
      from: { name: oneLine(name), address: from },
      to: { name: '', address: toAddress },
      subject,
      text,
      ...(html !== undefined && { html }),
      ...(ics && { icalEvent: { method: 'PUBLISH', content: ics, filename: 'kigen.ics' } }),
      messageId,
      date: new Date(date),
      headers: { 'Auto-Submitted': 'auto-generated' },
      textEncoding: 'base64',
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { address: toAddress, messageId, bytes: (await mail.compile().build()).toString('utf8') };
  }
}

async function readerOf(sql: Statements, contactId: Uuid): Promise<Reader> {
  const row = await sql.get<Reader>('SELECT name, address, email FROM contact WHERE id = ?', [contactId]);
  if (!row) throw new Error(`no contact ${contactId}`);
  const { name, address, email } = row;
  return {
    name: sql.sealed.open('contact.name', contactId, name),
    address: sql.sealed.open('contact.address', contactId, address),
    email: sql.sealed.open('contact.email', contactId, email),
  };
}

interface ItemRow {
  readonly id: Uuid;
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly residentId: Uuid | null;
  readonly name: string | null;
  readonly kana: string | null;
  readonly state: string;
}

async function linesOf(sql: Statements, { facilityId, on, lines }: StoredNotice): Promise<NoticeWords['lines']> {
  const ids = [...new Set(lines.map(({ deadline }) => deadline.itemId))];
  if (ids.length === 0) return [];
  const rows = await sql.all<ItemRow>(
    `SELECT item.id AS id, item.kind AS kind, label, state, resident.id AS "residentId", resident.name AS name, resident.kana AS kana
     FROM item LEFT JOIN resident ON resident.id = item.resident_id WHERE item.id IN (${places(ids.length)})`,
    ids,
  );
  const items = new Map(rows.map((row) => [row.id, row]));
  const steps = await readSteps(sql, facilityId, on);
  const relations = await relationsOf(sql, lines);
  // Two contacts who are one person have the same line twice.
  const seen = new Set<string>();
  return lines.flatMap(({ contactId, deadline: { itemId, kind, date } }) => {
    const item = items.get(itemId);
    const key = `${itemId}/${kind}/${date}`;
    if (!item || seen.has(key)) return [];
    seen.add(key);
    return {
      itemId,
      residentName: sql.sealed.open('resident.name', item.residentId, item.name) ?? '',
      residentKana: sql.sealed.open('resident.kana', item.residentId, item.kana) ?? '',
      relation: relations.get(contactId ?? '') ?? '',
      kind: item.kind,
      label: sql.sealed.open('item.label', itemId, item.label),
      deadline: kind as DeadlineKind,
      date,
      wording: kindSettings(steps, kind).wording,
      at: whereabouts((JSON.parse(item.state) as CustodyState).custody),
    };
  });
}

/** With a family is what is in its hands; what somebody of the house carries for a while is as good as here, but in hospital. */
function whereabouts(custody: Custody): Whereabouts {
  if (custody.at === 'stored') return 'here';
  if (custody.at !== 'out') return 'away';
  if (custody.holder === 'other:family') return 'family';
  return custody.holder.startsWith('staff:') && custody.purpose !== 'hospital-stay' ? 'here' : 'away';
}

/** One person is a daughter to one resident and a niece to another. */
async function relationsOf(sql: Statements, lines: StoredNotice['lines']): Promise<ReadonlyMap<Uuid, string>> {
  const ids = [...new Set(lines.flatMap(({ contactId }) => contactId ?? []))];
  const rows =
    ids.length === 0
      ? []
      : await sql.all<{ id: Uuid; relation: string }>(
          `SELECT id, relation FROM contact WHERE id IN (${places(ids.length)})`,
          ids,
        );
  return new Map(rows.map(({ id, relation }) => [id, sql.sealed.open('contact.relation', id, relation)]));
}
