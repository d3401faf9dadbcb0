import { readdirSync, readFileSync } from 'node:fs';
import type { RefusalKind } from '../refusal.ts';
import { agree } from './agree.ts';
import { amend } from './amend.ts';
import { cancel } from './cancel.ts';
import { change } from './change.ts';
import { checkIn } from './check-in.ts';
import { checkOut } from './check-out.ts';
import { enterLate } from './enter-late.ts';
import { handOver } from './hand-over.ts';
import { holdTemporarily } from './hold-temporarily.ts';
import { openEnvelope } from './open-envelope.ts';
import { reviewEmergency } from './review-emergency.ts';
import { takeIn } from './take-in.ts';
import { anEnvelope } from './testing/envelopes.ts';
import type { RecordSituation, Verdict } from './situation.ts';
import {
  AGREEMENT,
  anItem,
  AUDITOR,
  BEFORE_THAT,
  CARD,
  CHECKED_IN,
  CHECKED_OUT,
  CONTACT,
  ENDED,
  entry,
} from './testing/makers.ts';
import { given, givenEnd, givenNew, HANDLER, LATER, LOST, ME, NOW, OTHER_RESIDENT, OUT } from './testing/makers.ts';
import { outcome, STORED, TAKEN_IN } from './testing/makers.ts';
import { aChange, aCheckIn, aCheckOut, aHandOver, aHold, aLateEntry, anAmendment, aTakeIn } from './testing/orders.ts';

const emergency = entry(2, 'item.checked-out', { ...CHECKED_OUT, purpose: 'emergency' });
const history = [
  entry(1, 'item.taken-in', TAKEN_IN),
  emergency,
  entry(3, 'item.checked-in', CHECKED_IN),
  entry(4, 'emergency.reviewed', { outcome: 'in-order' }, { corrects: 2 }),
];
const known: RecordSituation = { ...given(), items: [{ ...anItem(), history }] };
const undo = { reasonCode: 'twice', reason: null } as const;
const review = { itemId: CARD, outcome: 'in-order', note: null } as const;
const destroyed = aHandOver({ disposition: 'destroyed', receiver: 'other:other' });
const contact = (handOver: 'never' | 'ask-manager') => ({ actor: HANDLER, contact: { id: CONTACT, handOver } });

/** Every "no" that the custody rules can say, each said once. */
const ROWS: Readonly<Partial<Record<RefusalKind, Verdict>>> = {
  'not-allowed': checkIn(aCheckIn(), given({ custody: OUT }, { actor: AUDITOR })),
  'not-found': cancel({ seqs: [99], ...undo }, known),
  'item-out': checkOut(aCheckOut(), given({ custody: OUT })),
  'item-stored': checkIn(aCheckIn(), given({ custody: STORED })),
  'item-missing': checkOut(aCheckOut(), given({ custody: LOST })),
  'item-ended': checkOut(aCheckOut(), given({ custody: ENDED })),
  'item-not-held': agree({ itemIds: [CARD], agreementId: AGREEMENT, storageId: null }, given()),
  'entry-not-newest': cancel({ seqs: [2], ...undo }, known),
  'entry-not-cancellable': cancel({ seqs: [1], ...undo }, known),
  'field-not-amendable': amend(anAmendment({ seq: 3 }), known),
  'already-reviewed': reviewEmergency({ ...review, seq: 2 }, known),
  'agreement-missing': checkOut(aCheckOut(), given({ agreements: [] })),
  'resident-missing': checkOut(aCheckOut(), given({ residentId: null })),
  'resident-left': checkOut(aCheckOut(), given({ residentLeftOn: '2026-11-21' })),
  'due-back-in-past': checkOut(aCheckOut({ dueBackAt: NOW }), given()),
  'due-back-missing': checkOut(aCheckOut({ dueBackAt: null }), given()),
  'due-back-too-far': checkOut(aCheckOut({ dueBackAt: '2030-01-01T00:00:00.000Z' }), given()),
  'occurred-in-future': checkIn(aCheckIn({ occurredAt: LATER }), given({ custody: OUT })),
  'occurred-before-previous': checkIn(aCheckIn({ occurredAt: BEFORE_THAT }), given({ custody: OUT })),
  'in-dispute': handOver(aHandOver(), givenEnd({ dispute: 'living' })),
  'occurred-out-of-order': enterLate(aLateEntry({ inAt: BEFORE_THAT }), given()),
  'contact-never': checkOut(aCheckOut(), given({}, contact('never'))),
  'contact-ask-manager': checkOut(aCheckOut(), given({}, contact('ask-manager'))),
  'witness-missing': handOver(destroyed, givenEnd()),
  'witness-is-actor': handOver({ ...destroyed, witnessId: ME }, givenEnd()),
  'replacement-missing': handOver(aHandOver({ disposition: 'replaced' }), givenEnd({}, { replacement: null })),
  'replacement-of-another': handOver(aHandOver({ disposition: 'replaced' }), givenEnd({ residentId: OTHER_RESIDENT })),
  'kind-refused': takeIn(aTakeIn(), givenNew({ kind: 'legacy-insurance-card' })),
  'envelope-stays-closed': openEnvelope({ envelope: anEnvelope({ from: 'j-lis' }), papers: [], note: null }, given()),
  'nothing-to-change': change(aChange(), given({ custody: OUT })),
  'dates-out-of-order': holdTemporarily(aHold({ resolveBy: '2026-11-01' }), givenNew()),
};

describe('every refusal of the custody rules', () => {
  test.each(Object.entries(ROWS))('%s', (kind, verdict) => expect(outcome(verdict)).toBe(kind));

  test('has its row here', () => {
    const folder = new URL('.', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
    const source = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
    const said = new Set([...source.matchAll(/\bkind: '([a-z-]+)'/g)].map(([, kind]) => kind));
    expect([...said].sort()).toEqual(Object.keys(ROWS).sort());
  });
});
