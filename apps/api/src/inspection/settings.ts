import type { InspectionPart, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import type { FormNames } from './names.ts';

/** InspectionSettings are what a facility has chosen for its packs; version 0 has chosen nothing yet. */
export interface InspectionSettings {
  readonly formNames: readonly { readonly part: InspectionPart; readonly name: string }[];
  readonly headOffice: string;
  readonly version: number;
}

/** readInspectionSettings reads them. */
export async function readInspectionSettings(sql: Statements, facilityId: Uuid): Promise<InspectionSettings> {
  const row = await sql.get<{ names: string; headOffice: string; version: number }>(
    'SELECT form_names AS names, head_office AS "headOffice", version FROM inspection_settings WHERE facility_id = ?',
    [facilityId],
  );
  if (!row) return { formNames: [], headOffice: '', version: 0 };
  const { names, headOffice, version } = row;
  return {
    formNames: JSON.parse(names) as InspectionSettings['formNames'],
    headOffice: sql.sealed.open('inspection_settings.head_office', facilityId, headOffice),
    version,
  };
}

/** writeInspectionSettings keeps them; `version` is the new one. */
export async function writeInspectionSettings(
  sql: Statements,
  facilityId: Uuid,
  { formNames, headOffice, version }: InspectionSettings,
): Promise<void> {
  await sql.run(
    `INSERT INTO inspection_settings (facility_id, form_names, head_office, version) VALUES (?, ?, ?, ?)
     ON CONFLICT (facility_id) DO UPDATE SET form_names = excluded.form_names, head_office = excluded.head_office, version = excluded.version`,
    [
      facilityId,
      JSON.stringify(formNames),
      sql.sealed.close('inspection_settings.head_office', facilityId, headOffice),
      version,
    ],
  );
}

/** ownNames are the facility's names by part. */
export function ownNames({ formNames }: Pick<InspectionSettings, 'formNames'>): FormNames {
  return Object.fromEntries(formNames.map(({ part, name }) => [part, name]));
}
