/**
 * SEALED_COLUMNS are the columns that hold what belongs to a person, by table, with the key by which a row is known. They are
 * read and written through the codec alone; sealed-columns.spec.ts asks of every other column of text why it is not among them.
 */
export const SEALED_COLUMNS = {
  staff: { key: ['id'], columns: ['name', 'kana', 'login_id'] },
  passkey: { key: ['id'], columns: ['name'] },
  totp: { key: ['staff_id'], columns: ['secret', 'pending'] },
  facility: { key: ['id'], columns: ['head'] },
  resident: { key: ['id'], columns: ['name', 'kana', 'room', 'birth_date', 'note'] },
  contact: { key: ['id'], columns: ['name', 'kana', 'relation', 'phone', 'email', 'address', 'note'] },
  agreement: { key: ['id'], columns: ['signer_name', 'reason', 'will_note', 'paper_place'] },
  storage: { key: ['id'], columns: ['label'] },
  tablet: { key: ['id'], columns: ['name'] },
  item: { key: ['id'], columns: ['label', 'holder_name', 'destination'] },
  emergency: { key: ['facility_id', 'seq'], columns: ['by_name'] },
  private_field: { key: ['log', 'seq', 'field'], columns: ['value'] },
  notice: { key: ['id'], columns: ['person', 'address', 'bytes', 'heard'] },
  notice_settings: { key: ['facility_id'], columns: ['signer'] },
  inspection_settings: { key: ['facility_id'], columns: ['head_office'] },
  reconciled_item: { key: ['reconciliation_id', 'item_id'], columns: ['holder_name'] },
  reconciliation_correction: { key: ['reconciliation_id', 'seq'], columns: ['explanation'] },
} as const satisfies Readonly<
  Record<string, { readonly key: readonly [string, ...string[]]; readonly columns: readonly [string, ...string[]] }>
>;

/** MARKED are the sealed columns by which a row is found, with the column of the mark that stands for each. */
export const MARKED: Readonly<Record<string, string>> = { 'staff.login_id': 'login_mark' } satisfies Partial<
  Record<SealedColumn, string>
>;

/** SealedTable is a table with such columns. */
export type SealedTable = keyof typeof SEALED_COLUMNS;

/** SealedColumn is one of them, such as `resident.name`. */
export type SealedColumn = {
  [T in SealedTable]: `${T}.${(typeof SEALED_COLUMNS)[T]['columns'][number]}`;
}[SealedTable];
