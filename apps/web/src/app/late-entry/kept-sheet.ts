import { ITEM_KINDS, PURPOSES, RELATIONS } from '@azukari/domain';
import * as z from 'zod';

import type { TypedLine } from './typed-line';

const KEY = 'azukari:sheet';

const kept = z.strictObject({
  staffId: z.uuid(),
  sheet: z.string().max(12),
  day: z.iso.date(),
  lines: z.array(
    z.strictObject({
      line: z.int(),
      residentId: z.uuid(),
      items: z.array(z.strictObject({ id: z.uuid(), kind: z.enum(ITEM_KINDS) })),
      outClock: z.string().max(5),
      backClock: z.string().max(5),
      dueClock: z.string().max(5),
      purpose: z.enum(PURPOSES),
      holder: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('staff'), staffId: z.uuid() }),
        z.strictObject({ kind: z.literal('other'), relation: z.enum(RELATIONS) }),
      ]),
    }),
  ),
});

/** KeptSheet is a half typed sheet, of one member of the staff. */
export interface KeptSheet {
  readonly staffId: string;
  readonly sheet: string;
  readonly day: string;
  readonly lines: readonly TypedLine[];
}

/**
 * keepSheet keeps a half typed sheet over a reload, in this tab until it is closed or somebody signs out: numbers, times and codes
 * alone. No name and no other word that somebody typed is kept: where it goes and who has it by name are typed again.
 */
export function keepSheet({ staffId, sheet, day, lines }: KeptSheet): void {
  const bare = lines.map(({ destination: _, holder, items, ...line }) => ({
    ...line,
    items: items.map(({ id, kind }) => ({ id, kind })),
    holder: holder.kind === 'staff' ? holder : { kind: holder.kind, relation: holder.relation },
  }));
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ staffId, sheet: sheet.slice(0, 12), day, lines: bare }));
  } catch {
    // Where a browser keeps nothing, a reload begins anew.
  }
}

/** keptSheet is what this member of the staff had typed, without its words; null where there is nothing, or nothing of hers. */
export function keptSheet(staffId: string): KeptSheet | null {
  try {
    const read = kept.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    if (!read.success || read.data.staffId !== staffId) return null;
    const lines = read.data.lines.map((line) => ({
      ...line,
      items: line.items.map((item) => ({ ...item, label: null })),
      destination: '',
      holder: line.holder.kind === 'staff' ? line.holder : { ...line.holder, name: '' },
    }));
    return { ...read.data, lines };
  } catch {
    return null;
  }
}

/** forgetSheet leaves nothing of it behind. */
export function forgetSheet(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
