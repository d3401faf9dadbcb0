import type { EntryFacts, EntryType } from '@azukari/domain';

import type { Tellers, Telling } from './telling';

type Movement = Extract<
  EntryType,
  `item.${string}` | `envelope.${string}` | `entry.${string}` | `loss.${string}` | 'emergency.reviewed'
>;

/** MOVEMENTS say what happened to an item, and what was corrected about it. */
export const MOVEMENTS: Tellers<Movement> = {
  'item.taken-in': (facts, tell) => [
    tell.say('item.taken-in'),
    tell.clause('storage', tell.storage(facts.storage)),
    tell.clause('validUntil', tell.day(facts.printedExpiresOn)),
    condition(facts, tell),
    tell.clause('note', tell.own('note')),
  ],
  'item.held-temporarily': (facts, tell) => [
    tell.say('item.held-temporarily', { reason: tell.word('holdReason', facts.reason) }),
    tell.clause('resolveBy', tell.day(facts.resolveBy)),
    tell.clause('storage', tell.storage(facts.storage)),
    condition(facts, tell),
    tell.clause('note', tell.own('note')),
  ],
  'item.agreed': (facts, tell) => [tell.say('item.agreed'), tell.clause('storage', tell.storage(facts.storage))],
  'item.described': (facts, tell) => [
    tell.say('item.described'),
    tell.clause('validUntil', tell.day(facts.printedExpiresOn)),
    tell.clause('certificateUntil', tell.day(facts.certificateExpiresOn)),
    facts.insurerType === null ? null : tell.word('insurer', facts.insurerType),
    facts.authMode === null ? null : tell.word('authMode', facts.authMode),
  ],
  'item.assigned': (_, tell) => [tell.say('item.assigned', { name: tell.resident() ?? tell.word('field', 'other') })],
  'item.date-noted': (facts, tell) => [tell.say(`item.date-noted.${facts.printed}`)],
  'item.checked-out': (facts, tell) => [
    facts.purpose === 'emergency'
      ? tell.say('item.emergency')
      : tell.say('item.checked-out', { purpose: tell.word('purpose', facts.purpose) }),
    tell.own('destination'),
    tell.clause('holder', tell.holder(facts.holder, tell.own('holderName'))),
    tell.clause('dueBackAt', tell.moment(facts.dueBackAt)),
    tell.clause('sheet', facts.sheet),
    tell.clause('note', tell.own('note')),
  ],
  'item.changed': (facts, tell) => [
    tell.say('item.changed'),
    tell.clause('holder', tell.holder(facts.holder, tell.own('holderName'))),
    tell.clause('dueBackAt', tell.moment(facts.dueBackAt)),
    tell.clause('note', tell.own('note')),
  ],
  'item.checked-in': (facts, tell) => [
    tell.say('item.checked-in'),
    tell.clause('storage', tell.storage(facts.storage)),
    condition(facts, tell),
    tell.clause('sheet', facts.sheet),
    tell.clause('note', tell.own('note')),
  ],
  'item.moved': (facts, tell) => [tell.say('item.moved', { place: tell.storage(facts.storage) ?? '' })],
  'item.handed-over': (facts, tell) => [
    tell.word('ended', facts.disposition),
    tell.clause('receiver', tell.holder(facts.receiver, tell.own('receiverName'))),
    tell.clause('witness', facts.witness === null ? null : (tell.own('witnessName') ?? tell.staff(facts.witness))),
    tell.clause('note', tell.own('note')),
  ],
  'item.whereabouts-confirmed': (_, tell) => [tell.say('item.whereabouts-confirmed')],
  'item.search-started': (_, tell) => [tell.say('item.search-started'), tell.clause('note', tell.own('note'))],
  'item.reported-missing': (_, tell) => [tell.say('item.reported-missing'), tell.clause('note', tell.own('note'))],
  'item.found': (facts, tell) => [
    tell.say('item.found'),
    tell.clause('storage', tell.storage(facts.storage)),
    tell.clause('note', tell.own('note')),
  ],
  'item.condition-noted': (facts, tell) => [
    tell.say('item.condition-noted', { condition: tell.word('condition', facts.condition) }),
  ],
  'emergency.reviewed': (facts, tell) => [
    tell.say(`emergency.${facts.outcome}`),
    tell.clause('note', tell.own('note')),
  ],
  'loss.described': (facts, tell) => [
    tell.say('loss.described', { place: tell.word('lossPlace', facts.place) }),
    tell.say(`loss.bedridden.${facts.bedridden}`),
    tell.clause('noticedBy', tell.own('name')),
    tell.clause('note', tell.own('note')),
  ],
  'loss.step-noted': (facts, tell) => [
    tell.say(`loss.${facts.answer}`, { step: tell.word('lossStep', facts.step) }),
    tell.clause('doneBy', facts.staff === null ? null : tell.named(facts.staff)),
    tell.clause('note', tell.own('note')),
  ],
  'loss.explained': (_, tell) => [
    tell.say('loss.explained'),
    tell.clause('cause', tell.own('reason')),
    tell.clause('prevention', tell.own('text')),
  ],
  'loss.closed': (facts, tell) => [
    tell.say('loss.closed', { as: tell.word('lossEnd', facts.as) }),
    tell.clause('note', tell.own('note')),
  ],
  'loss.reopened': (_, tell) => [tell.say('loss.reopened')],
  'envelope.marked': (facts, tell) => [
    tell.say('envelope.marked', { from: tell.word('envelopeSender', facts.from) }),
    tell.clause('expected', facts.expected && tell.words('kind', facts.expected)),
  ],
  'envelope.opened': (_, tell) => [tell.say('envelope.opened')],
  'entry.amended': (facts, tell) => [
    tell.say('entry.amended', { fields: tell.fields(facts.fields) }),
    tell.clause('reason', tell.word('amendReason', facts.reason)),
    tell.own('reason'),
  ],
  'entry.cancelled': (facts, tell) => [
    tell.say('entry.cancelled'),
    tell.clause('reason', tell.word('cancelReason', facts.reason)),
    tell.own('reason'),
  ],
};

/** A good condition goes without saying. */
function condition(facts: Pick<EntryFacts<'item.checked-in'>, 'condition'>, tell: Telling): string | null {
  return facts.condition === 'good' ? null : tell.clause('condition', tell.word('condition', facts.condition));
}
