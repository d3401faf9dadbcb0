import { say, strong } from '../rich.ts';
import type { Speech } from '../speech.ts';

/** pastEn says in English what is otherwise once the day is over. */
export const pastEn: Speech['past'] = {
  'certificate-expiry': () => ({
    todo: say`A new one can still be issued free of charge, at ${strong(say`the city office where the resident is registered (住民票)`)}.`,
    missed: say`Without a new one, the resident can see a doctor with the eligibility certificate (資格確認書); when it arrives depends on the insurer.`,
  }),
  'card-expiry': () => ({
    todo: say`A new card can still be applied for, for example at ${strong(say`the city office where the resident is registered (住民票)`)}. It takes some time to be made, so please ask early.`,
    missed: say`The card is no longer proof of insurance or of identity. Without a new one, the resident can see a doctor with an eligibility certificate (資格確認書); when it arrives and whether it must be applied for depends on the insurer.`,
  }),
  expiry: ({ item }) => ({
    todo: say`Whether the next one has come by itself or has to be applied for depends on ${strong(say`who issued it (the insurer or the city office)`)}. If a new ${item} or an envelope about it has arrived at your home, please tell us.`,
    missed: say`It is no longer accepted.`,
  }),
  renewal: () => ({
    todo: say`Please ask early what can be done now, at ${strong(say`the city office of the resident’s address (for designated diseases, the health centre)`)}. A medical certificate may be needed.`,
    missed: say`Until that is done, there may be no support for costs.`,
  }),
  're-judgement': () => ({
    todo: say`If nobody has applied yet, please ask early at ${strong(say`the welfare counter of the city office of the resident’s address`)}. An appointment or a medical certificate may be needed.`,
    missed: say`Until that is done, reductions and allowances that go with it may not be granted.`,
  }),
  'stay-expiry': ({ at }) => ({
    todo: say`If nobody has applied for an extension yet, please ask at once at ${strong(say`the regional immigration office of the resident’s address`)}. The residence card is for its holder to carry${at === 'here' ? ': we will hand it over at once' : ''}.`,
    missed: say`An extension may no longer be possible. Who has a My Number Card, please ask the city office about that card’s date too: it is not extended by itself.`,
  }),
  'must-apply': () => ({}),
  'care-certification-renewal': () => ({
    todo: say`If nobody has applied for its renewal, please ask what can be done now, at ${strong(say`the care insurance counter of the city office that issued it`)}. We may be able to apply for you: please ask us.`,
    missed: say`Until that is done, the whole cost of care may have to be paid.`,
  }),
};
