import { ITEM_KINDS, VISIT_SETTINGS } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, day, instantIn, optionalText, uuid } from './fields.ts';
import { lossSeq } from './losses.contract.ts';

/** FORMS that can be printed: 預かり依頼書, 預かり証, 出し入れ記録簿, 管理職員指定簿, 個人別預り品台帳, 月次点検表, 家族報告書, お知らせ, 返却書・受領書, 解除依頼書, 紛失・事故報告書, 資格確認書 申請支援票, 外出メモ, 封筒受渡記録, 預り品等管理規程, 夜間・停電用一覧, 一時保管票, 入院時持出票, 施設間引継書, ご家族向け案内, ポーチラベル, 掲示, コンピューターが動かないとき. */
export const FORMS = [
  'F1',
  'F2',
  'F3',
  'F4',
  'F5',
  'F6',
  'F7',
  'F8',
  'F9',
  'F10',
  'F11',
  'F12',
  'F13',
  'F14',
  'F15',
  'F16',
  'F17',
  'F18',
  'F19',
  'F20',
  'F21',
  'F22',
  'F23',
] as const;

/** LABEL_SHEETS are A4 sheets of labels as they are sold, by their columns and rows. */
export const LABEL_SHEETS = ['2x5', '2x6', '3x7', '3x8'] as const;

/** issueForm makes a PDF; every issue is an entry. `residentIds` null means all residents who live here. */
export const issueForm = endpoint({
  method: 'POST',
  path: '/api/forms/:form',
  access: 'print-forms',
  body: z.strictObject({
    commandId,
    residentIds: z.array(uuid).min(1).max(500).nullable().default(null),
    itemIds: z.array(uuid).max(100).default([]),
    /** F8: without them all that wait to be printed. */
    noticeIds: z.array(uuid).max(500).default([]),
    /** F6: the 照合 that it shows, counted or closed. */
    reconciliationId: uuid.nullable().default(null),
    /** F11: without them all that are open. */
    losses: z.array(lossSeq).max(100).default([]),
    /** F4, F15: the day of which the paper tells, as the record says; today when it is left out. */
    on: day.nullable().default(null),
    largePrint: z.boolean().default(false),
    /** F2: also what lies here as 一時保管. F1: new ones, for everybody of whom something does, with its kinds. */
    held: z.boolean().default(false),
    /** F7, F20: null is the language of each contact. */
    language: z.enum(['ja', 'ja-easy', 'en']).nullable().default(null),
    /** F3: the period of the filled book, or numbered blank sheets. F7: the period of the report. */
    from: day.nullable().default(null),
    to: day.nullable().default(null),
    blankSheets: z.int().min(0).max(50).default(0),
    /** F21: on which sheet, from which of its labels on; the pouches inside these places, or all that are in use. */
    labels: z
      .strictObject({
        sheet: z.enum(LABEL_SHEETS),
        from: z.int().min(1).max(24).default(1),
        names: z.boolean().default(false),
        storageIds: z.array(uuid).max(500).default([]),
      })
      .nullable()
      .default(null),
    /** F1: a new one with what is chosen so far, to be signed. Without it the paper is the agreement that is in force. */
    wish: z
      .strictObject({
        kinds: z.array(z.enum(ITEM_KINDS)).max(ITEM_KINDS.length),
        from: day.nullable(),
        to: day.nullable(),
      })
      .nullable()
      .default(null),
    /** F13 before 出す: where the items go. Without it the paper is about what is out, as it was recorded. */
    visit: z
      .strictObject({
        setting: z.enum(VISIT_SETTINGS),
        goesAlong: z.boolean(),
        destination: optionalText(60),
        holder: optionalText(60),
        dueBackAt: instantIn.nullable().default(null),
      })
      .nullable()
      .default(null),
  }),
  answer: z.instanceof(Uint8Array),
  type: 'application/pdf',
});
