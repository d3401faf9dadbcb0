import type { DraftOf, listEntries } from '@azukari/contract';
import { addDays, ITEM_KINDS, isCalendarDay, type ItemKind, tokyoTime } from '@azukari/domain';

/** TYPE_GROUPS put the types of entries into few words; a name that ends in a dot means all of that family. */
export const TYPE_GROUPS = {
  moves: ['item.checked-out', 'item.changed', 'item.checked-in', 'item.moved', 'sheet.'],
  keeping: [
    'item.taken-in',
    'item.held-temporarily',
    'item.agreed',
    'item.described',
    'item.assigned',
    'item.date-noted',
    'item.condition-noted',
    'item.handed-over',
    'envelope.',
  ],
  searching: ['item.whereabouts-confirmed', 'item.search-started', 'item.reported-missing', 'item.found', 'loss.'],
  counts: ['count.', 'counts.', 'reconciliation.'],
  corrections: ['entry.', 'emergency.', 'privacy.', 'views.'],
  people: [
    'list.',
    'resident.',
    'transfer.',
    'contact.',
    'agreement.',
    'deadline.',
    'moving-in.',
    'application.',
    'notice.',
    'answer.',
  ],
  staff: ['staff.', 'tablet.', 'appointment.', 'break-glass.'],
  house: [
    'storage.',
    'locker-key.',
    'locker-keys.',
    'insurer.',
    'settings.',
    'regulation.',
    'facility.',
    'notices.',
    'agreement-text.',
    'form.',
    'record.',
    'pack.',
    'inspection.',
    'inspections.',
    'log.',
    'key.',
  ],
} as const satisfies Record<string, readonly string[]>;
export type TypeGroup = keyof typeof TYPE_GROUPS;

/** GROUP_NAMES are the groups in the order of the screen. */
export const GROUP_NAMES = Object.keys(TYPE_GROUPS).filter((name): name is TypeGroup => name in TYPE_GROUPS);

/** LedgerFilter is what the address says; null means all. */
export interface LedgerFilter {
  readonly log: 'custody' | 'access';
  readonly resident: string | null;
  readonly kind: ItemKind | null;
  readonly item: string | null;
  readonly staff: string | null;
  readonly type: TypeGroup | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** FILTER_NAMES are the parts that can be removed one by one. */
export const FILTER_NAMES = ['resident', 'kind', 'item', 'staff', 'type', 'from', 'to'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** filterFrom reads an address; what makes no sense is left out. */
export function filterFrom(address: Readonly<Record<string, string | undefined>>): LedgerFilter {
  const id = (name: string): string | null => (ID.test(address[name] ?? '') ? (address[name] ?? null) : null);
  const day = (name: string): string | null => (isCalendarDay(address[name]) ? (address[name] ?? null) : null);
  return {
    log: address['log'] === 'access' ? 'access' : 'custody',
    resident: id('resident'),
    kind: ITEM_KINDS.find((kind) => kind === address['kind']) ?? null,
    item: id('item'),
    staff: id('staff'),
    type: GROUP_NAMES.find((name) => name === address['type']) ?? null,
    from: day('from'),
    to: day('to'),
  };
}

/** isFiltered says whether anything narrows the list. */
export function isFiltered(filter: LedgerFilter): boolean {
  return FILTER_NAMES.some((name) => filter[name] !== null);
}

type Query = Partial<Record<keyof DraftOf<{ readonly body: typeof listEntries.query }>, string>>;

/** queryOf asks the server for what the address says. */
export function queryOf(filter: LedgerFilter): Query {
  const { log, resident, kind, item, staff, type, from, to } = filter;
  return {
    log,
    ...(resident === null ? {} : { residentId: resident }),
    ...(kind === null ? {} : { kind }),
    ...(item === null ? {} : { itemId: item }),
    ...(staff === null ? {} : { actorId: staff }),
    ...(type === null ? {} : { type: TYPE_GROUPS[type].join(',') }),
    ...(from === null ? {} : { from: tokyoTime(from, '00:00') }),
    ...(to === null ? {} : { to: tokyoTime(addDays(to, 1), '00:00') }),
  };
}
