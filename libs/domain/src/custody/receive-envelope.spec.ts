import { markEnvelope, receiveEnvelope } from './receive-envelope.ts';
import { anEnvelope, ENVELOPE } from './testing/envelopes.ts';
import { accepted, AGREEMENT, anAgreement, anItem, AUDITOR, FLOOR, given } from './testing/makers.ts';
import { givenNew, HANDLER, outcome, POUCH } from './testing/makers.ts';

const order = { storageId: POUCH, note: null, from: 'insurer', expected: ['care-copay-certificate'] } as const;
const envelope = { id: ENVELOPE, kind: 'sealed-envelope' } as const;
const uncovered = [anAgreement({ kinds: ['care-copay-certificate'] })];

describe('receiving a sealed envelope', () => {
  test.each([
    ['under an agreement for envelopes', {}, 'item.taken-in + envelope.marked'],
    ['without one it is held', { agreements: uncovered }, 'item.held-temporarily + envelope.marked'],
    ['after the resident left it is held', { residentLeftOn: '2026-11-21' }, 'item.held-temporarily + envelope.marked'],
  ] as const)('%s', (_, item, expected) =>
    expect(outcome(receiveEnvelope(order, givenNew({ ...envelope, ...item })))).toBe(expected),
  );

  test('by floor staff: held where no agreement covers it, refused as お預かり where one does', () => {
    const held = givenNew({ ...envelope, agreements: uncovered }, { actor: FLOOR });
    expect(outcome(receiveEnvelope(order, held))).toContain('item.held-temporarily');
    expect(outcome(receiveEnvelope(order, givenNew(envelope, { actor: FLOOR })))).toBe('not-allowed');
  });

  test('the entries say what is seen from outside, and nothing of what is inside', () => {
    const [taken, marked] = accepted(receiveEnvelope(order, givenNew(envelope)));
    expect(taken?.facts).toMatchObject({ kind: envelope.kind, agreement: AGREEMENT, printedExpiresOn: null });
    expect(marked).toMatchObject({ item: ENVELOPE, facts: { from: 'insurer', expected: ['care-copay-certificate'] } });
  });

  test('what is awaited inside stands once, in one order, however it was ticked', () => {
    const expected = ['my-number-card', 'care-copay-certificate', 'my-number-card'] as const;
    const [, marked] = accepted(receiveEnvelope({ ...order, expected }, givenNew(envelope)));
    expect(marked?.facts).toEqual({ from: 'insurer', expected: ['my-number-card', 'care-copay-certificate'] });
  });
});

describe('saying who sent an envelope', () => {
  const marks = { from: 'j-lis', expected: null } as const;
  const of = (item: Parameters<typeof anItem>[0], actor = HANDLER) =>
    outcome(markEnvelope(marks, { ...given({}, { actor }), items: [anItem(item)] }));
  test('an envelope', () => expect(of(anEnvelope())).toBe('envelope.marked'));
  test('anything else', () => expect(of({})).toBe('kind-refused'));
  test('by an auditor', () => expect(of(anEnvelope(), AUDITOR)).toBe('not-allowed'));
});
