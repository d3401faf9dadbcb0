import type { Uuid } from '@azukari/domain';
import type { FacilityRow } from '../database/rows.ts';

/** facilityRow is a facility as the database has it, for a suite that opens no house. */
export function facilityRow(id: Uuid): FacilityRow {
  return {
    id,
    name: 'さくら苑',
    kana: '',
    head: '',
    address: '',
    phone: '',
    residentWord: '利用者',
    honorific: '様',
    nightListAt: '17:00',
    nextSheet: 1,
    version: 1,
  };
}
