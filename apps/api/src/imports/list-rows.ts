import { forbidden, isForbiddenTitle, kindNamed, LONGEST_CELL, markOf, writtenDay } from '@azukari/domain';
import type { CalendarDay, Capacity, ItemKind, ListColumn, ListField } from '@azukari/domain';
import { addContact, registerResident, takeIn } from '@azukari/contract';
import type { AnswerOf, BodyOf, importList } from '@azukari/contract';
import { breathe } from '../event-loop.ts';
import type { PlaceWords } from './list-places.ts';

/** Problem is what is in the way: in which row, in which column from 0 (null: in none that is there), and why. */
export type Problem = AnswerOf<typeof importList>['problems'][number];

/** ListedItem is an item as a row tells of it. */
export interface ListedItem {
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly printedExpiresOn: CalendarDay | null;
  readonly certificateExpiresOn: CalendarDay | null;
}

/** ListedContact is somebody to turn to, as a row tells of her. */
export interface ListedContact {
  readonly name: string;
  readonly kana: string;
  readonly relation: string;
  readonly capacity: Capacity;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

/** ListedRow is one row as it was understood; with problems it is not taken. */
export interface ListedRow {
  readonly line: number;
  readonly person: {
    readonly name: string;
    readonly kana: string;
    readonly room: string;
    readonly birthDate: CalendarDay | null;
    readonly admittedOn: CalendarDay | null;
  };
  readonly contact: ListedContact | null;
  readonly items: readonly ListedItem[];
  readonly place: PlaceWords | null;
  readonly problems: Problem[];
  /** Where a field stands in the list; null where it has no column. */
  readonly at: (field: ListField) => number | null;
}

type Body = Pick<BodyOf<typeof importList>, 'titles' | 'columns' | 'rows'>;
type Row = Body['rows'][number];

const TEXTS = {
  name: registerResident.body.shape.name,
  kana: registerResident.body.shape.kana,
  room: registerResident.body.shape.room,
  contactName: addContact.body.shape.name,
  contactKana: addContact.body.shape.kana,
  relation: addContact.body.shape.relation,
  phone: addContact.body.shape.phone,
  email: addContact.body.shape.email,
  address: addContact.body.shape.address,
  label: takeIn.body.shape.label,
} as const;
const A_DAY = registerResident.body.shape.birthDate;
const CONTACT_FIELDS = ['contactName', 'contactKana', 'relation', 'phone', 'email', 'address'] as const;

/** Half-width kana, as old programs write it, becomes the kana that papers show; nothing else of a name is touched. */
const HALF_KANA = /[\uFF61-\uFF9F]+/g;

/** What a spreadsheet shows instead of a value, and what would be reckoned elsewhere. */
const FORMULA = /^(?:#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)|=.*)$/s;

/** Whom a word for a relation makes of a contact. */
const CAPACITY_WORDS: readonly (readonly [RegExp, Capacity])[] = [
  [/任意後見/, 'voluntary-guardian'],
  [/後見/, 'guardian'],
  [/保佐|補助/, 'curator'],
  [/親権/, 'parent'],
  [/身元|保証/, 'guarantor'],
  [/^(ご?本人)$/, 'resident'],
];

/** readRows reads every row and every cell of a list as of this day. What must never be stored is not repeated. It lets others have their turn. */
export async function readRows({ titles, columns, rows }: Body, today: CalendarDay): Promise<readonly ListedRow[]> {
  const read: ListedRow[] = [];
  for (const row of rows) {
    await breathe();
    read.push(new RowReader(row, { titles, columns, today }).read());
  }
  return read;
}

class RowReader {
  private readonly row: Row;
  private readonly titles: readonly string[];
  private readonly columns: readonly (ListColumn | null)[];
  private readonly today: CalendarDay;
  private readonly problems: Problem[] = [];
  private readonly bad = new Set<number>();

  constructor(
    row: Row,
    { titles, columns, today }: Pick<Body, 'titles' | 'columns'> & { readonly today: CalendarDay },
  ) {
    this.row = row;
    this.titles = titles;
    this.columns = columns;
    this.today = today;
  }

  read(): ListedRow {
    for (const n of this.row.cells.keys()) this.guard(n);
    const person = {
      name: this.text('name'),
      kana: this.text('kana'),
      room: this.text('room'),
      birthDate: this.day('birthDate'),
      admittedOn: this.day('admittedOn'),
    };
    if (person.birthDate !== null && person.birthDate > this.today) this.problem('birthDate', 'day');
    return {
      line: this.row.line,
      person,
      contact: this.contact(),
      items: this.items(),
      place: this.place(),
      problems: this.problems,
      at: (field) => this.at(field),
    };
  }

  /** A cell is looked at with its title: 「暗証番号」 above 「1234」 says what neither says alone. */
  private guard(n: number): void {
    const cell = this.row.cells[n] ?? '';
    const title = this.titles[n] ?? '';
    if (cell === '') return;
    const reason = forbidden(cell) ?? forbidden(`${title} ${cell}`);
    if (cell.length > LONGEST_CELL || title.length > LONGEST_CELL) this.refuse(n, 'too-long');
    else if (isForbiddenTitle(title)) this.refuse(n, 'forbidden-column');
    else if (reason) this.refuse(n, `forbidden:${reason}`);
    else if (FORMULA.test(cell)) this.refuse(n, 'formula');
  }

  private refuse(n: number, code: string): void {
    this.problems.push({ line: this.row.line, column: n, code });
    this.bad.add(n);
  }

  private problem(field: ListColumn, code: string): void {
    this.problems.push({ line: this.row.line, column: this.at(field), code });
  }

  private at(field: ListColumn): number | null {
    const n = this.columns.indexOf(field);
    return n === -1 ? null : n;
  }

  /** A cell of which nothing may be said is as if it were empty; its problem is noted already. */
  private raw(field: ListColumn): string {
    const n = this.at(field);
    return n === null || this.bad.has(n) ? '' : (this.row.cells[n] ?? '').trim();
  }

  private isBad(field: ListColumn): boolean {
    const n = this.at(field);
    return n !== null && this.bad.has(n);
  }

  private text(field: keyof typeof TEXTS): string {
    const given = plain(this.raw(field), field);
    // Of an empty kana, room or name more is known when the person is: the rows of one person need it but once.
    if (given === '') return '';
    const read = TEXTS[field].safeParse(given);
    if (read.success) return read.data ?? '';
    this.problem(field, read.error.issues[0]?.message ?? 'unreadable');
    return '';
  }

  private day(field: ListColumn): CalendarDay | null {
    const text = this.raw(field);
    if (text === '') return null;
    const day = writtenDay(text);
    if (day !== null && A_DAY.safeParse(day).success) return day;
    this.problem(field, 'day');
    return null;
  }

  private contact(): ListedContact | null {
    const given = CONTACT_FIELDS.find((field) => this.raw(field) !== '');
    if (given === undefined) return null;
    const name = this.text('contactName');
    if (this.raw('contactName') === '' && !this.isBad('contactName')) this.problem(given, 'whose-contact');
    const relation = this.text('relation');
    return {
      name,
      relation,
      kana: this.text('contactKana'),
      capacity: CAPACITY_WORDS.find(([word]) => word.test(relation))?.[1] ?? 'family',
      phone: this.text('phone'),
      email: this.text('email'),
      address: this.text('address'),
    };
  }

  private items(): readonly ListedItem[] {
    const printed = this.day('expiresOn');
    const certificate = this.day('certificateOn');
    const label = this.text('label');
    const items: ListedItem[] = [];
    const named = this.raw('kind');
    const kind = kindNamed(named);
    if (named !== '' && kind === null) this.problem('kind', 'kind');
    if (kind !== null) items.push(listed(kind, null));
    for (const [n, column] of this.columns.entries()) {
      if (!column?.startsWith('has:') || this.bad.has(n)) continue;
      const cell = (this.row.cells[n] ?? '').trim();
      const day = writtenDay(cell);
      const mark = day !== null || markOf(cell);
      if (mark === null) this.problems.push({ line: this.row.line, column: n, code: 'mark' });
      if (mark) items.push(listed(column.slice('has:'.length) as ItemKind, day));
    }
    const [only, ...others] = items;
    if (printed !== null && (!only || others.length > 0)) this.problem('expiresOn', 'which-item');
    const card = items.find((item) => item.kind === 'my-number-card');
    if (certificate !== null && !card) this.problem('certificateOn', 'which-item');
    return items.map((item) => ({
      ...item,
      label: label === '' ? null : label,
      printedExpiresOn: item.printedExpiresOn ?? printed,
      certificateExpiresOn: item === card ? certificate : null,
    }));
  }

  private place(): PlaceWords | null {
    const words = {
      locker: this.raw('locker'),
      drawer: this.raw('drawer'),
      pouch: this.raw('pouch'),
      storage: this.raw('storage'),
    };
    return Object.values(words).some((word) => word !== '') ? words : null;
  }
}

function listed(kind: ItemKind, printedExpiresOn: CalendarDay | null): ListedItem {
  return { kind, label: null, printedExpiresOn, certificateExpiresOn: null };
}

function plain(text: string, field: ListField): string {
  if (field === 'phone' || field === 'email') return text.normalize('NFKC');
  return text.replace(HALF_KANA, (kana) => kana.normalize('NFKC'));
}
