import { anAgreement, uuid } from '../custody/testing/makers.ts';
import { envelopeObstacle, envelopeWill } from './envelopes.ts';

const DAY = '2026-07-20';
const OPEN = { envelopes: 'insurer-may-be-opened' } as const;
const CLOSED = { envelopes: 'stay-closed' } as const;

describe('what a resident wants done with envelopes', () => {
  test.each([
    ['nobody has asked', [anAgreement()], null],
    ['no agreement', [], null],
    ['an insurer’s may be opened', [anAgreement(OPEN)], 'insurer-may-be-opened'],
    ['they stay closed', [anAgreement(CLOSED)], 'stay-closed'],
    ['one agreement answers, another does not', [anAgreement(), anAgreement(OPEN)], 'insurer-may-be-opened'],
    ['two agreements differ', [anAgreement(OPEN), anAgreement({ ...CLOSED, id: uuid(77) })], 'stay-closed'],
    ['the answer ended with its agreement', [anAgreement({ ...OPEN, to: '2026-07-19' })], null],
    ['the answer holds on the last day', [anAgreement({ ...OPEN, to: DAY })], 'insurer-may-be-opened'],
    ['the answer begins tomorrow', [anAgreement({ ...CLOSED, from: '2026-07-21' }), anAgreement(OPEN)], OPEN.envelopes],
  ])('%s', (_, agreements, rule) => expect(envelopeWill(agreements, DAY).rule).toBe(rule));

  it('names the agreement that allows it, and none where it stays closed', () => {
    expect(envelopeWill([anAgreement(OPEN)], DAY).agreementId).toBe(anAgreement().id);
    expect(envelopeWill([anAgreement(OPEN), anAgreement(CLOSED)], DAY).agreementId).toBeNull();
  });
});

describe('what stands against opening', () => {
  const may = envelopeWill([anAgreement(OPEN)], DAY);
  test.each([
    [may, 'insurer', null],
    [may, 'j-lis', 'not-from-insurer'],
    [may, 'municipality', 'not-from-insurer'],
    [may, 'other', 'not-from-insurer'],
    [may, null, 'not-from-insurer'],
    [envelopeWill([anAgreement(CLOSED)], DAY), 'insurer', 'not-agreed'],
    [envelopeWill([], DAY), 'insurer', 'not-agreed'],
  ] as const)('%j from %s: %s', (will, from, obstacle) => expect(envelopeObstacle(will, from)).toBe(obstacle));
});
