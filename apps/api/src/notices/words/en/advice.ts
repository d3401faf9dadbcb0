import type { ItemKind } from '@azukari/domain';
import type { Whereabouts } from '../notice-words.ts';
import { say, strong } from '../rich.ts';
import type { Rich } from '../rich.ts';
import type { Speech } from '../speech.ts';

const from = (opens: Rich | null): Rich => (opens === null ? say`now` : say`from ${opens}`);
const handed: Readonly<Record<Whereabouts, Rich>> = {
  here: say` (we will hand it to you)`,
  family: say` (it is with your family)`,
  away: [],
};
const ID = 'an identity document of the person who goes';

/** adviceEn says in English what has to be known of each kind of deadline. */
export const adviceEn: Speech['advice'] = {
  'certificate-expiry': ({ opens, at }) => ({
    what: say`the electronic certificate on the card`,
    todo: say`It can be renewed free of charge ${from(opens)}, at ${strong(say`the city office where the resident is registered (住民票)`)}.`,
    bring: say`The card${handed[at]}, and the notice of expiry (有効期限通知書) if it has come by post. Somebody who goes instead of the resident also needs the inquiry and reply form (照会書兼回答書) from that envelope and ${ID}.`,
    who: say`The resident. Somebody else can go too; please ask the city office first what is needed.`,
    missed: say`If it is not renewed, the resident can see a doctor with the eligibility certificate (資格確認書) that arrives after that day; when it arrives depends on the insurer.`,
  }),
  'card-expiry': ({ opens, at }) => ({
    what: say`the card`,
    todo: say`A new card can be applied for free of charge ${from(opens)}, by post, by smartphone, or at ${strong(say`the city office where the resident is registered (住民票)`)}. It takes some time to be made, so please apply early.`,
    bring: say`To apply: the notice of expiry (有効期限通知書) that came by post and a photograph of the resident. To collect it: the present card${handed[at]}.`,
    who: say`Somebody else may fill in the application. As a rule the resident collects the card; if illness makes that hard, please ask the city office.`,
    missed: say`After that day the card is no proof of insurance or of identity. Without a new one, the resident can see a doctor with an eligibility certificate (資格確認書); when it arrives and whether it must be applied for depends on the insurer.`,
  }),
  expiry: ({ item, at }) => ({
    what: say`its term`,
    todo: say`Whether the next one arrives by itself or has to be applied for depends on ${strong(say`who issued it (the insurer or the city office)`)}. If a new ${item} or an envelope about it arrives at your home, please tell us.`,
    bring: say`If you go there: the present one${handed[at]} and ${ID}.`,
    who: say`The resident, family or others; please ask the issuer what is needed.`,
    missed: say`After that day it is not accepted.`,
  }),
  renewal: ({ opens, at }) => ({
    what: say`its term`,
    todo: say`It has to be renewed by application, at ${strong(say`the city office of the resident’s address (for designated diseases, the health centre)`)}. ${opens === null ? '' : say`Applications are taken from ${opens}. `}A medical certificate may be needed, so please ask early.`,
    bring: say`The present one${handed[at]} and ${ID}. Please ask there what else is needed.`,
    who: say`The resident, family or others; please ask there what somebody else needs.`,
    missed: say`If nobody applies in time, there may be a time without support for costs.`,
  }),
  're-judgement': ({ at }) => ({
    what: say`the time for judging it again`,
    todo: say`Please apply at ${strong(say`the welfare counter of the city office of the resident’s address`)}. An appointment or a medical certificate may be needed, so please ask early.`,
    bring: say`The present handbook${handed[at]} and ${ID}. Please ask there what else is needed.`,
    who: say`Family may apply. The resident may have to be there when it is judged.`,
    missed: say`After that day, reductions and allowances that go with it may end.`,
  }),
  'stay-expiry': ({ at }) => ({
    what: say`the period of stay`,
    todo: say`Please apply for an extension before that day, at ${strong(say`the regional immigration office of the resident’s address`)}. The residence card is for its holder to carry${at === 'here' ? ': we will hand it over at once' : ''}.`,
    bring: say`The residence card${handed[at]} and the passport. What else is needed depends on the status of residence.`,
    who: say`The resident. If illness makes that hard, please ask the immigration office who may go instead.`,
    missed: say`After that day an extension may not be possible. Who has a My Number Card must, after the extension and before the card ends, have the card extended at the city office too: that does not happen by itself.`,
  }),
  'must-apply': ({ kind, item, at }) => ({
    what: say`its term`,
    todo: say`The next ${item} does not come by itself. Please apply to ${strong(say`the insurer that issued it (such as the city office)`)}, and ask there for the form and from when it is taken.`,
    bring: say`The form and the present one${handed[at]}. Please ask the insurer what else is needed.`,
    who: say`The resident, family or others. We can help you with it.`,
    missed: NOT_APPLIED[kind] ?? say`If nobody applies, there may be nothing to show at a clinic.`,
  }),
  'care-certification-renewal': ({ opens, at }) => ({
    what: say`the certification of care needs`,
    todo: say`Its renewal can be applied for ${from(opens)}, at ${strong(say`the care insurance counter of the city office that issued it`)}. We may be able to apply for you: please ask us.`,
    bring: say`The care insurance card${handed[at]}. Please ask the city office what else is needed.`,
    who: say`The resident, family or others.`,
    missed: say`If nobody applies in time, there may be a time in which the whole cost of care has to be paid.`,
  }),
};

const NOT_APPLIED: Readonly<Partial<Record<ItemKind, Rich>>> = {
  'care-limit-certificate': say`If nobody applies, meals and the room will cost more.`,
  'medical-limit-certificate': say`If nobody applies, more may have to be paid at the clinic.`,
};
