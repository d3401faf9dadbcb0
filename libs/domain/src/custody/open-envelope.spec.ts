import { openEnvelope } from './open-envelope.ts';
import { anEnvelope, aPaper, ENVELOPE } from './testing/envelopes.ts';
import { accepted, AGREEMENT, anAgreement, anItem, given, HANDLER, outcome } from './testing/makers.ts';
import { OUT, uuid } from './testing/makers.ts';

const open = (envelope = anEnvelope(), papers = [aPaper(30), aPaper(31)], situation = given()) =>
  openEnvelope({ envelope, papers, note: null }, situation);

describe('opening an envelope in front of the resident', () => {
  test.each([
    ['with two papers in it', open(), 'envelope.opened + item.taken-in + item.taken-in + item.handed-over'],
    ['with nothing to keep', open(anEnvelope(), []), 'envelope.opened + item.handed-over'],
    ['by a handler', open(undefined, undefined, given({}, { actor: HANDLER })), 'not-allowed'],
    ['of J-LIS', open(anEnvelope({ from: 'j-lis' })), 'envelope-stays-closed'],
    ['of nobody knows whom', open(anEnvelope({ from: null })), 'envelope-stays-closed'],
    ['that nobody allowed', open(anEnvelope({ agreements: [anAgreement()] })), 'envelope-stays-closed'],
    ['that is out', open(anEnvelope({ custody: OUT })), 'item-out'],
    ['that is no envelope', open({ ...anItem(), from: 'insurer' }), 'kind-refused'],
    ['of nobody', open(anEnvelope({ residentId: null })), 'resident-missing'],
    ['whose paper no agreement covers', open(anEnvelope(), [aPaper(30, { agreements: [] })]), 'agreement-missing'],
  ])('%s', (_, verdict, expected) => expect(outcome(verdict)).toBe(expected));

  test('names the agreement, and ends the envelope with what was in it', () => {
    const drafts = accepted(open());
    expect(drafts[0]).toMatchObject({ item: ENVELOPE, facts: { agreement: AGREEMENT } });
    expect(drafts.at(-1)).toMatchObject({
      item: ENVELOPE,
      facts: { disposition: 'replaced', replacedBy: uuid(30), receiver: 'other:resident' },
    });
  });

  test('with nothing to keep, all of it is hers', () =>
    expect(accepted(open(anEnvelope(), [])).at(-1)?.facts).toMatchObject({
      disposition: 'returned',
      receiver: 'other:resident',
      replacedBy: null,
    }));
});
