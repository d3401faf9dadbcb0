import { setUp } from '@azukari/contract';
import type { Uuid } from '@azukari/domain';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { FacilityRow, StaffRow } from '../database/rows.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { CODE_MS, hashPassword, inventCode } from '../session/passwords.ts';
import { newFacility } from './new-facility.ts';

const { facilityName, manager } = setUp.body.shape;

/** Asked is a further facility as somebody types it at the computer. */
export interface Asked {
  readonly name: string;
  readonly manager: { readonly name: string; readonly kana: string; readonly loginId: string };
}

/** Added is how that ended; `wrong` names what cannot be so, and why. */
export type Added =
  | {
      readonly kind: 'added';
      readonly facilityId: Uuid;
      readonly name: string;
      readonly loginId: string;
      readonly code: string;
    }
  | { readonly kind: 'wrong'; readonly field: keyof Asked['manager'] | 'facility'; readonly why: string }
  | { readonly kind: 'facility-exists' | 'login-taken' | 'not-set-up' };

interface Means {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** addFacility makes a further facility beside those that are there, with a one-time code for its first manager. The first is made on the screen. */
export async function addFacility({ database, ledger, clock }: Means, asked: Asked): Promise<Added> {
  const wrong = refuse(asked);
  if (wrong) return wrong;
  const name = facilityName.parse(asked.name);
  const person = manager.omit({ password: true }).parse(asked.manager);
  const code = inventCode();
  const passwordHash = await hashPassword(code);
  return database.writes.run(async (tx) => {
    const houses = await tx.rows.find(FacilityRow, {});
    if (houses.length === 0) return { kind: 'not-set-up' };
    if (houses.some((house) => same(house.name) === same(name))) return { kind: 'facility-exists' };
    if (await tx.rows.findOneBy(StaffRow, { loginId: person.loginId })) return { kind: 'login-taken' };
    const first = { ...person, passwordHash, codeEndsMs: clock.elapsedMs() + CODE_MS };
    const { facilityId } = await newFacility(tx, { ledger, clock }, { name, manager: first, by: 'system' });
    return { kind: 'added', facilityId, name, loginId: person.loginId, code };
  });
}

/** facilityNames are the homes of the installation. */
export async function facilityNames({ reads }: Database): Promise<readonly string[]> {
  const houses = await reads.rows.find(FacilityRow, { order: { id: 'ASC' } });
  return houses.map(({ name }) => name);
}

function refuse(asked: Asked): Extract<Added, { kind: 'wrong' }> | null {
  const { name, kana, loginId } = manager.shape;
  for (const [field, schema, text] of [
    ['facility', facilityName, asked.name],
    ['name', name, asked.manager.name],
    ['kana', kana, asked.manager.kana],
    ['loginId', loginId, asked.manager.loginId],
  ] as const) {
    const [issue] = schema.safeParse(text).error?.issues ?? [];
    if (issue) return { kind: 'wrong', field, why: issue.message };
  }
  return null;
}

/** Blanks and widths do not make another home. */
function same(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}
