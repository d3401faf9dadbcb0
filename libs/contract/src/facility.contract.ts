import { HONORIFICS, REGULATION_PLACES, RESIDENT_WORDS } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { clock, commandId, freeText, instant, requiredText, uuid, version } from './fields.ts';

/** facilityAnswer is a facility and its settings. */
export const facilityAnswer = z.object({
  id: uuid,
  name: z.string(),
  /** How the name is read; empty: nobody has said. */
  kana: z.string(),
  head: z.string(),
  address: z.string(),
  phone: z.string(),
  residentWord: z.enum(RESIDENT_WORDS),
  honorific: z.enum(HONORIFICS),
  /** From when on 今日 asks for 夜間・停電用一覧 each day; null: it does not. */
  nightListAt: clock.nullable(),
  agreementText: z.object({ version: z.int(), text: z.string(), publishedAt: instant }).nullable(),
  version,
});

export const readFacility = endpoint({
  method: 'GET',
  path: '/api/facility',
  access: 'signed-in',
  answer: facilityAnswer,
});

/** What stands above kanji is kana, and the spaces and marks between. */
const kana = freeText(120).refine((text) => /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]*$/u.test(text), {
  error: 'kana',
});

/** changeFacility changes settings; what is left out stays. */
export const changeFacility = endpoint({
  method: 'PATCH',
  path: '/api/facility',
  access: 'keep-settings',
  body: z.strictObject({
    commandId,
    version,
    name: requiredText(60).optional(),
    kana: kana.optional(),
    head: freeText(60).optional(),
    address: freeText(120).optional(),
    phone: freeText(30).optional(),
    residentWord: z.enum(RESIDENT_WORDS).optional(),
    honorific: z.enum(HONORIFICS).optional(),
    nightListAt: clock.nullable().optional(),
  }),
  answer: facilityAnswer,
});

/** publishAgreementText makes the next version of the text of the 預かり依頼書; earlier agreements keep theirs. */
export const publishAgreementText = endpoint({
  method: 'POST',
  path: '/api/agreement-texts',
  access: 'keep-settings',
  body: z.strictObject({ commandId, text: requiredText(6000) }),
  answer: facilityAnswer,
  status: 201,
});

/** regulationAnswer is the marked places of the 預り品等管理規程: what the text says there, and the facility's own words where it has some. */
export const regulationAnswer = z.object({
  places: z.array(z.object({ place: z.enum(REGULATION_PLACES), usual: z.string(), own: z.string().nullable() })),
  /** The number of the newest entry that changed it; 0 while it is as it came. */
  version: z.int().min(0),
});

export const readRegulation = endpoint({
  method: 'GET',
  path: '/api/regulation',
  access: 'read-settings',
  answer: regulationAnswer,
});

/** setRegulation changes the words of places; an empty text is as it came, what is left out stays. */
export const setRegulation = endpoint({
  method: 'PATCH',
  path: '/api/regulation',
  access: 'keep-settings',
  body: z.strictObject({
    commandId,
    version: z.int().min(0),
    places: z
      .array(z.strictObject({ place: z.enum(REGULATION_PLACES), text: freeText(300) }))
      .max(REGULATION_PLACES.length),
  }),
  answer: regulationAnswer,
});
