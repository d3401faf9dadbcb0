import { forbidden, isCalendarDay, isInstant, isMailAddress, MONTH, monthOf } from '@azukari/domain';
import * as z from 'zod';

const LONGEST_ADDRESS = 254;

/** uuid is an id in lower case. */
export const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, { error: 'uuid' });

/** instant is a moment going out: UTC, three decimals. */
export const instant = z.string().refine(isInstant, { error: 'instant' });

/** instantIn is a moment coming in with any RFC 3339 offset; it is turned into UTC milliseconds. */
export const instantIn = z.iso
  .datetime({ offset: true, error: 'instant' })
  .transform((text) => new Date(text).toISOString())
  .refine(isInstant, { error: 'instant' });

const EARLIEST_DAY = '1800-01-01';
const LATEST_DAY = '2999-12-31';

/** day is a Japanese calendar day, `YYYY-MM-DD`, of which the rules can reckon others: 9999-12-31, which some write for "never", has no next. */
export const day = z
  .string()
  .refine((text) => isCalendarDay(text) && EARLIEST_DAY <= text && text <= LATEST_DAY, { error: 'day' });

const LONGEST_DAYS = 366;
const DAY_MS = 86_400_000;

/** ofAYear holds the first and the last day of a period, both included, to their order and to a year. */
export function ofAYear<S extends z.ZodObject<{ from: typeof day; to: typeof day }>>(schema: S): S {
  return schema
    .refine(({ from, to }) => from <= to, { error: 'before-from', path: ['to'] })
    .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < LONGEST_DAYS * DAY_MS, {
      error: 'too-far',
      path: ['to'],
    });
}

/** month is a month of the Japanese calendar, `YYYY-MM`, of which the rules can reckon others. */
export const month = z
  .string()
  .regex(MONTH, { error: 'month' })
  .refine((text) => monthOf(EARLIEST_DAY) <= text && text <= monthOf(LATEST_DAY), { error: 'month' });

/** clock is a wall-clock time in Japan, `HH:MM`. */
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'clock' });

/** version is the number of a row that a change was made from. */
export const version = z.int().min(1);

/** noteVersion is the number of the entry of the note that was seen; 0 where there was none. */
export const noteVersion = z.int().min(0);

/** commandId makes a mutation safe to send again. */
export const commandId = uuid;

/**
 * freeText is the only text a person may type. It is trimmed and NFC; what must never be stored (a 12-digit 個人番号, a PIN,
 * an insured number, control characters) is refused with its reason as the code, and the text itself is never repeated.
 */
export function freeText(max: number) {
  return z
    .string()
    .max(max * 2, { error: 'too-long' })
    .transform((text) => text.normalize('NFC').trim())
    .superRefine((text, context) => {
      const reason = forbidden(text);
      if (reason) context.addIssue({ code: 'custom', message: `forbidden:${reason}` });
      else if ([...text].length > max) context.addIssue({ code: 'custom', message: 'too-long' });
    })
    .meta({ freeText: true, maxLength: max });
}

/** requiredText is free text that may not be empty. */
export function requiredText(max: number) {
  return freeText(max).refine((text) => text !== '', { error: 'empty' });
}

/** optionalText is free text that may be left out; empty text counts as left out. */
export function optionalText(max: number) {
  return freeText(max)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null);
}

/** mailAddress is one address, without a name; `empty` also lets none be given. What is too long is told as that alone. */
export function mailAddress({ empty = false } = {}) {
  return freeText(LONGEST_ADDRESS).refine(
    (text) => text.length > LONGEST_ADDRESS || (empty && text === '') || isMailAddress(text),
    { error: 'mail-address' },
  );
}

const FEWEST_DIGITS = 6;

/** phoneNumber is free text that somebody can dial, with what is said beside it (夜間, 内線); or empty. */
export function phoneNumber(max: number) {
  return freeText(max).refine(
    (text) => text === '' || [...text].length > max || [...text.matchAll(/\p{Nd}/gu)].length >= FEWEST_DIGITS,
    {
      error: 'phone',
    },
  );
}

/** secret is a password on its way in: never trimmed, never normalised away, never kept. */
export const secret = z.string().min(1).max(256).meta({ secret: true });

/** newSecret is a password that somebody chooses: at most 128 letters of any kind; the server says whether it is too easy. */
export const newSecret = z.string().min(1).max(128).meta({ secret: true });

/** loginId is the short name a person signs in with; it is no 個人番号, however its digits are parted. */
export const loginId = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, { error: 'login-id' })
  .refine((id) => !holdsPersonalNumber(id), { error: 'forbidden:personal-number' });

function holdsPersonalNumber(id: string): boolean {
  const digits = id.replace(/[._-]/g, '');
  return /(?<![0-9])[0-9]{12}(?![0-9])/.test(digits) || forbidden(digits) === 'personal-number';
}

/** limit is the size of a page. */
export const limit = z.coerce.number().int().min(1).max(200).default(50);

/** cursor continues a list by key. */
export const cursor = z
  .string()
  .max(200)
  .regex(/^[\w.:-]+$/, { error: 'cursor' })
  .optional();

/** flag is a yes or no in a query. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** itemIds are the items of one command, each once. */
export const itemIds = z
  .array(uuid)
  .min(1)
  .max(100)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'twice' });
