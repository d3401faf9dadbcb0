import type { PrivateField, PrivateFields } from '../custody/custody.ts';
import { base64, fromBase64 } from './base64.ts';
import { equalBytes, joinBytes } from './bytes.ts';
import type { Sha256 } from './bytes.ts';
import { digest } from './fact-schema.ts';
import { isPlainObject, jcs } from './jcs.ts';
import { utf8 } from './utf8.ts';

/** SALT_SIZE is the length in bytes of the random `r` of each field, without which a name could be guessed from its hash. */
export const SALT_SIZE = 32;

/** Digests are the base64 digests of an entry's private fields by name; they stay when a value is erased. */
export type Digests = Readonly<Partial<Record<PrivateField, string>>>;

/** Opening shows one private field: kept in a row of its own, disclosed or erased one by one. */
export interface Opening {
  readonly field: PrivateField;
  readonly r: Uint8Array;
  readonly value: string;
}

/** Sealed is an entry's private fields with the commitment that goes into the leaf; all null or empty when there are none. */
export interface Sealed {
  readonly private: string | null;
  readonly digests: Digests | null;
  readonly openings: readonly Opening[];
}

/** Opened says which fields an entry's openings showed, and which are erased; or that something does not fit. */
export type Opened =
  | { readonly ok: true; readonly open: readonly PrivateField[]; readonly erased: readonly PrivateField[] }
  | { readonly ok: false; readonly at: 'digests' | PrivateField };

/** fieldDigest is SHA-256(0x03 ‖ r ‖ JCS(value)). */
export function fieldDigest({ r, value }: Pick<Opening, 'r' | 'value'>, sha256: Sha256): Uint8Array {
  return sha256(joinBytes(3, r, utf8(jcs(value))));
}

/** commitment is SHA-256(0x02 ‖ JCS(digests)) in base64: the leaf's `private`. */
export function commitment(digests: Digests, sha256: Sha256): string {
  return base64(sha256(joinBytes(2, utf8(jcs(digests)))));
}

/** seal commits to each field on its own; `random` must give bytes that nobody can guess. */
export function seal(fields: PrivateFields, random: (length: number) => Uint8Array, sha256: Sha256): Sealed {
  const openings: Opening[] = [];
  const digests: { [K in PrivateField]?: string } = {};
  for (const [name, value] of Object.entries(fields)) {
    const field = name as PrivateField;
    const r = random(SALT_SIZE);
    if (r.length !== SALT_SIZE) throw new RangeError('short salt');
    openings.push({ field, r, value });
    digests[field] = base64(fieldDigest({ r, value }, sha256));
  }
  if (openings.length === 0) return { private: null, digests: null, openings };
  return { private: commitment(digests, sha256), digests, openings };
}

/** opensField says whether an opening is what its digest was made from. */
export function opensField(digests: Digests, opening: Opening, sha256: Sha256): boolean {
  const text = Object.hasOwn(digests, opening.field) ? digests[opening.field] : undefined;
  const bytes = text === undefined ? null : fromBase64(text);
  return bytes !== null && opening.r.length === SALT_SIZE && equalBytes(bytes, fieldDigest(opening, sha256));
}

/** opens checks the digests against the leaf's `private`, and every opening that still exists against its digest. */
export function opens(sealed: Sealed, sha256: Sha256): Opened {
  const { digests, openings } = sealed;
  if (digests === null && sealed.private === null && openings.length === 0) return { ok: true, open: [], erased: [] };
  if (!areDigests(digests) || commitment(digests, sha256) !== sealed.private) return { ok: false, at: 'digests' };
  return opensAll(digests, openings, sha256);
}

/** opensAll checks every opening that still exists against its digest; whether the digests are the leaf's, it cannot know. */
export function opensAll(digests: Digests, openings: readonly Opening[], sha256: Sha256): Opened {
  const open = openings.map(({ field }) => field);
  for (const [i, opening] of openings.entries())
    if (open.indexOf(opening.field) !== i || !opensField(digests, opening, sha256))
      return { ok: false, at: opening.field };
  const erased = (Object.keys(digests) as PrivateField[]).filter((field) => !open.includes(field));
  return { ok: true, open, erased };
}

/** areDigests says whether a value read from outside is a map of names to SHA-256 in base64, not empty. */
export function areDigests(value: unknown): value is Digests {
  return isPlainObject(value) && Object.keys(value).length > 0 && Object.values(value).every(digest);
}

/** openingsOf reads `{name: {r, value}}`; null for all else. */
export function openingsOf(fields: Readonly<Record<string, unknown>>): readonly Opening[] | null {
  const openings: Opening[] = [];
  for (const [field, shown] of Object.entries(fields)) {
    if (!isPlainObject(shown) || Object.keys(shown).join() !== 'r,value') return null;
    const { r, value } = shown;
    const salt = typeof r === 'string' ? fromBase64(r) : null;
    if (salt === null || typeof value !== 'string') return null;
    openings.push({ field: field as PrivateField, r: salt, value });
  }
  return openings;
}
