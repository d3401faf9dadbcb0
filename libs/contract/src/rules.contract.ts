import { flawsOf, INSURER_TYPES, ITEM_KINDS, REASON_CODES, RULE_IDS, VALUES } from '@azukari/domain';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { day } from './fields.ts';

/** findingAnswer is what a rule answers: a day, or a value where there is none; the words for the codes are the reader's own. */
export const findingAnswer = z.object({
  rule: z.enum(RULE_IDS),
  date: day.nullable(),
  /** The last day of what begins on `date`, or of what `value` says. */
  until: day.optional(),
  value: z.enum(VALUES).optional(),
  /** A day to look around, where the true one is not known. */
  about: day.optional(),
  /** Document, page or article, and date. */
  source: z.string(),
  reasonCode: z.enum(REASON_CODES),
});

/** listRules is the whole book, every rule in every version: the page 規則. */
export const listRules = endpoint({
  method: 'GET',
  path: '/api/rules',
  access: 'see-board',
  answer: z.object({
    asOf: day,
    rules: z.array(
      z.object({
        id: z.enum(RULE_IDS),
        title: z.string(),
        validFrom: day.nullable(),
        validTo: day.nullable(),
        source: z.string(),
        /** What an earlier source says and this version replaces. */
        overrides: z.string().nullable(),
        /** The setting by which an insurer or the house departs from it. */
        setting: z.string().nullable(),
      }),
    ),
  }),
});

/** previewRules is the calculator of the page 規則: what the rules say of an item of which only this is known. It keeps nothing. */
export const previewRules = endpoint({
  method: 'POST',
  path: '/api/rules/preview',
  access: 'see-board',
  body: z
    .strictObject({
      asOf: day,
      kind: z.enum(ITEM_KINDS),
      birthDate: day.optional(),
      issuedOn: day.optional(),
      certificateIssuedOn: day.optional(),
      renewedFrom: z.strictObject({ cardExpiresOn: day.optional(), certificateExpiresOn: day.optional() }).optional(),
      printedExpiresOn: day.optional(),
      certificateExpiresOn: day.optional(),
      insurerType: z.enum(INSURER_TYPES).optional(),
      stayEndsOn: day.optional(),
      insurerChangedOn: day.optional(),
      holdsMynaInsurance: z.boolean().optional(),
      lossReportedOn: day.optional(),
    })
    .superRefine((asked, context) => {
      for (const [name, flaw] of flawsOf({ ...asked, birthDate: asked.birthDate ?? null }))
        context.addIssue({ code: 'custom', message: flaw, path: [name] });
    }),
  answer: z.object({ results: z.array(findingAnswer) }),
});
