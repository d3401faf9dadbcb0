import { accept, refuse } from '../decision.ts';
import type { Uuid } from '../instant.ts';
import { dateNoted, isUndated } from './date-noted.ts';
import { draft, refuseEnded, refuseUnlessMay } from './draft.ts';
import type { Describable, Description, DescribeSituation, Draft, Verdict } from './situation.ts';

/** Describe is the order to correct or complete what is known of items; an absent field stays as it is, null is "not known". */
export interface Describe {
  readonly itemIds: readonly Uuid[];
  readonly changes: { readonly [K in keyof Description]?: Description[K] | undefined } & {
    readonly noDatePrinted?: boolean | undefined;
  };
}

const FIELDS = ['printedExpiresOn', 'certificateExpiresOn', 'insurerType', 'authMode'] as const;

/** describe decides on the new description of items; it moves nothing, and items it leaves as they are get no entry. */
export function describe({ changes }: Describe, { actor, items }: DescribeSituation): Verdict {
  const no = refuseUnlessMay(actor, 'take-in');
  if (no) return refuse(no);
  const drafts: Draft[] = [];
  for (const item of items) {
    const ended = refuseEnded(item);
    if (ended) return refuse(ended);
    const facts = described(item, changes);
    if (FIELDS.some((field) => facts[field] !== item.description[field]))
      drafts.push(draft('item.described', item, { facts }));
    const undated = isUndated(facts, changes.noDatePrinted ?? item.noDatePrinted);
    // A date that was read says by itself that one is printed.
    if (undated !== item.noDatePrinted && facts.printedExpiresOn === null) drafts.push(dateNoted(item, undated));
  }
  return drafts.length === 0 ? refuse({ kind: 'nothing-to-change' }) : accept(drafts);
}

function described({ description }: Describable, { noDatePrinted: _, ...changes }: Describe['changes']): Description {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...description, ...Object.fromEntries(given) };
}
