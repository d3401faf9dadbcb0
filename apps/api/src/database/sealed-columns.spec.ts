import BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations/index.ts';
import { MARKED, SEALED_COLUMNS } from './sealed-columns.ts';

/** What every table may have in the open: who has the file learns that something was done, when and by which number. */
const ALWAYS = [
  [/(^|_)id$/, 'a random number'],
  [/_(at|on|day|until|since)$|^(at|date|since|month)$/, 'a moment or a day on which something was done'],
  [/_hash$/, 'a hash of what the browser or the family holds, or of a password'],
] as const;

/** The other columns of text that are not sealed, by their table, under the reason. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  'codes of the program': [
    'log.kind',
    'log_leaf.type',
    'command.route',
    'private_field.field',
    'staff.role',
    'appointment.level',
    'session.auth',
    'resident.leave_reason',
    'contact.capacity',
    'contact.language',
    'contact.hand_over',
    'contact.may_know',
    'contact.notices',
    'agreement.kinds',
    'agreement.capacity',
    'agreement.will_heard',
    'agreement.envelopes',
    'storage.kind',
    'item.kind',
    'item.insurer_type',
    'item.auth_mode',
    'item.place',
    'notice.channel',
    'notice.language',
    'notice.state',
    'notice_line.kind',
    'notice_line.threshold',
    'notice_answer.answer',
    'notice_answer.way',
    'notice_answer.task',
    'resident_check.question',
    'resident_check.answer',
    'deadline_closing.kind',
    'deadline_closing.reason',
    'envelope.sender',
    'envelope.expected',
    'moving_in.address',
    'application.ground',
    'application.applicant',
    'application.by_proxy',
    'application.renews',
    'insurer.type',
    'insurer.year_ends',
    'insurer.ends_at_seventy',
    'insurer.automatic_from',
    'blind_count.stage',
    'count_expected.kind',
    'count_difference.side',
    'count_difference.kind',
    'count_difference.settled_as',
    'count_policy.shifts',
    'count_policy.second',
    'reconciliation.stage',
    'reconciled_item.place',
    'reconciled_item.seen',
    'reconciled_item.purpose',
    'reconciled_item.disposition',
    'reconciliation_correction.reason',
    'erasure.kind',
    'erasure.ground',
    'transfer_line.answer',
  ],
  'numbers of things under another name': [
    'log_leaf.item',
    'log_leaf.resident',
    'log_leaf.actor',
    'log_leaf.command',
    'command.subject',
    'appointment.appointed_by',
    'self_appointment.confirmed_by',
    'deadline_closing.closed_by',
    'place_opening.place',
    'blind_count.place',
    'blind_count.counted_by',
    'count_expected.place',
    'count_difference.place',
    'count_difference.settled_by',
    'reconciliation.started_by',
    'reconciliation.counted_by',
    'reconciled_item.storage',
    'erasure.asked_by',
    'erasure.confirmed_by',
  ],
  'the record, whose texts have no room for personal data (decision 0008) and are what a stranger verifies': [
    'log.name',
    'log_leaf.body',
    'log_leaf.digests',
    'log_checkpoint.note',
    'log_anchor.code',
    'log_anchor.kind',
    'log_anchor.ref',
    'journal.digest',
  ],
  'the state of a thing in codes, numbers and moments, folded from the record': [
    'item.state',
    'notice.progress',
    'notice_clock.server',
    'notice_clock.watch',
  ],
  'what opens nothing: half of a key, and a question that was answered': [
    'passkey.public_key',
    'spent_challenge.challenge',
  ],
  'of the house, its papers and the offices it deals with, not of a person': [
    'facility.name',
    'facility.kana',
    'facility.address',
    'facility.phone',
    'facility.resident_word',
    'facility.honorific',
    'agreement_text.text',
    'insurer.name',
    'notice_settings.title',
    'notice_settings.hours',
    'notice_settings.steps',
    'notice_settings.words',
    'inspection_settings.form_names',
    'backup.name',
  ],
  'random, and in the mail or letter itself': ['notice.reply_code', 'notice.anchor_code'],
  'a mark that only the key of the house can make': ['staff.login_mark', 'throttle.subject'],
};

const sealed = Object.entries(SEALED_COLUMNS).flatMap(([table, { columns }]) =>
  columns.map((column) => `${table}.${column}`),
);
const open = Object.values(OPEN).flat();
let columns: readonly { readonly name: string; readonly type: string; readonly key: boolean }[];

beforeAll(async () => {
  const source = new DataSource({
    type: 'better-sqlite3',
    database: ':memory:',
    driver: BetterSqlite3,
    migrations: MIGRATIONS,
  });
  await source.initialize();
  await source.runMigrations({ transaction: 'each' });
  columns = await source.query(
    `SELECT t.name || '.' || c.name AS name, c.type AS type, c.pk > 0 AS key
     FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name <> 'migrations'`,
  );
  await source.destroy();
});

test('every column of text is sealed, or open for a reason', () => {
  const texts = columns.filter(({ type }) => type === 'TEXT').map(({ name }) => name);
  const always = (name: string): boolean => ALWAYS.some(([pattern]) => pattern.test(name.slice(name.indexOf('.') + 1)));
  const unsaid = texts.filter((name) => !sealed.includes(name) && !open.includes(name) && !always(name));
  expect(unsaid).toEqual([]);
  expect([...sealed, ...open].filter((name) => !texts.includes(name))).toEqual([]);
  expect(open.filter((name) => sealed.includes(name) || always(name))).toEqual([]);
});

test('a sealed value is found by its row: the key that it is bound to is the key of its table', () => {
  for (const [table, { key }] of Object.entries(SEALED_COLUMNS))
    expect([
      table,
      columns.filter(({ name, key: part }) => part && name.startsWith(`${table}.`)).map(({ name }) => name),
    ]).toEqual([table, key.map((part) => `${table}.${part}`)]);
});

test('what is searched by a mark is sealed, and its mark is a column', () => {
  for (const [column, mark] of Object.entries(MARKED)) {
    expect(sealed).toContain(column);
    expect(columns.map(({ name }) => name)).toContain(`${column.split('.')[0] ?? ''}.${mark}`);
  }
});
