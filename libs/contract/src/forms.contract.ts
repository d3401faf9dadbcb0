import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, day, uuid } from './fields.ts';

/** FORMS that can be printed: 預かり依頼書, 預かり証, 出し入れ記録簿, 返却書・受領書, 解除依頼書, 一時保管票. */
export const FORMS = ['F1', 'F2', 'F3', 'F9', 'F10', 'F17'] as const;

/** issueForm makes a PDF; every issue is an entry. `residentIds` null means all residents who live here. */
export const issueForm = endpoint({
  method: 'POST',
  path: '/api/forms/:form',
  body: z.strictObject({
    commandId,
    residentIds: z.array(uuid).min(1).max(500).nullable().default(null),
    itemIds: z.array(uuid).max(100).default([]),
    largePrint: z.boolean().default(false),
    /** F3: the period of the filled book, or numbered blank sheets. */
    from: day.nullable().default(null),
    to: day.nullable().default(null),
    blankSheets: z.int().min(0).max(50).default(0),
  }),
  answer: z.instanceof(Uint8Array),
  type: 'application/pdf',
});
