import fc from 'fast-check';
import { addDays } from '../instant.ts';
import { birthdayAfter, daysBetween } from './calendar.ts';
import { cardExpiry, certificateExpiry, renewalWindow, windowOpens } from './card.ts';
import type { RuleFacts } from './facts.ts';
import { aBirth, anIssue } from './testing/days.ts';

const facts = (given: Partial<RuleFacts>): RuleFacts => ({
  asOf: '2026-11-22',
  kind: 'my-number-card',
  birthDate: '1950-07-08',
  ...given,
});

/** bothOf is the day of the card and the day of the certificate on it. */
function bothOf(given: Partial<RuleFacts>) {
  const [card] = cardExpiry(facts(given));
  const [certificate] = certificateExpiry(facts(given), card.date);
  return { card: card.date, certificate: certificate.date };
}

describe('V1 and V2', () => {
  test.each([
    ['1980-10-10', '2020-05-15', '2029-10-10', '2024-10-10'],
    ['1950-07-08', '2025-07-07', '2034-07-08', '2029-07-08'],
    ['1950-07-08', '2025-07-08', '2035-07-08', '2030-07-08'],
    ['1950-07-08', '2025-07-09', '2035-07-08', '2030-07-08'],
    ['1940-01-01', '2025-12-31', '2035-01-01', '2030-01-01'],
    ['1948-02-29', '2023-06-01', '2033-02-28', '2028-02-29'],
    ['1948-02-29', '2024-02-29', '2034-02-28', '2029-02-28'],
  ])('born %s, made %s: card %s, certificate %s', (birthDate, issuedOn, card, certificate) =>
    expect(bothOf({ birthDate, issuedOn })).toEqual({ card, certificate }),
  );

  test('of a card made before the birth nothing is reckoned', () =>
    expect(bothOf({ birthDate: '2030-05-05', issuedOn: '2020-01-01' })).toEqual({ card: null, certificate: null }));

  test.each([
    ['2004-04-02', '2022-03-31', '2026-04-02', 'nth-birthday-minor', 'under 20 before the change'],
    ['2004-04-02', '2022-04-02', '2032-04-02', 'nth-birthday', 'eighteen is of age after it'],
    ['2002-03-31', '2022-03-31', '2032-03-31', 'nth-birthday', 'twenty that day, before it'],
    ['2004-04-02', '2022-04-01', '2026-04-02', 'nth-birthday-minor', 'seventeen on the last day'],
  ])('born %s, made %s: %s (%s: %s)', (birthDate, issuedOn, date, reasonCode) =>
    expect(cardExpiry(facts({ birthDate, issuedOn }))).toEqual([expect.objectContaining({ date, reasonCode })]),
  );

  test('renewed in its window, both last one birthday longer', () => {
    const birthDate = '1950-12-10';
    const old = { cardExpiresOn: '2026-12-10', certificateExpiresOn: '2026-12-10' };
    const renewed = (issuedOn: string, renewedFrom: RuleFacts['renewedFrom']) =>
      bothOf({ birthDate, issuedOn, renewedFrom });
    expect(renewed('2026-10-01', old)).toEqual({ card: '2036-12-10', certificate: '2031-12-10' });
    expect(renewed('2026-10-01', { cardExpiresOn: '2026-12-10' })).toEqual(renewed('2026-10-01', old));
    expect(renewed('2026-09-11', old)).toEqual({ card: '2036-12-10', certificate: '2031-12-10' });
    expect(renewed('2026-09-10', old)).toEqual({ card: '2035-12-10', certificate: '2030-12-10' });
    // The last day is a birthday, which does not count itself; a day later there is no window any more.
    expect(renewed('2026-12-10', old)).toEqual({ card: '2037-12-10', certificate: '2032-12-10' });
    expect(renewed('2026-12-11', old)).toEqual({ card: '2036-12-10', certificate: '2031-12-10' });
  });

  test('a certificate renewed on the same card ends with the card', () => {
    const given = {
      birthDate: '1950-12-10',
      issuedOn: '2021-06-01',
      certificateIssuedOn: '2026-10-01',
      renewedFrom: { certificateExpiresOn: '2025-12-10' },
    };
    expect(bothOf(given)).toEqual({ card: '2030-12-10', certificate: '2030-12-10' });
    const [certificate] = certificateExpiry(facts({ ...given, certificateIssuedOn: '2026-12-20' }), '2030-12-10');
    expect(certificate).toMatchObject({ date: '2030-12-10', reasonCode: 'ends-with-card' });
  });

  test('neither lasts longer than a period of stay', () =>
    expect(bothOf({ issuedOn: '2025-07-09', stayEndsOn: '2027-03-31' })).toEqual({
      card: '2027-03-31',
      certificate: '2027-03-31',
    }));

  test('what is printed counts; another day that was reckoned is a warning beside it', () => {
    const given = facts({ issuedOn: '2025-07-09', printedExpiresOn: '2034-07-08', certificateExpiresOn: '2030-07-08' });
    expect(cardExpiry(given)).toMatchObject([
      { date: '2034-07-08', reasonCode: 'printed' },
      { date: '2035-07-08', reasonCode: 'computed-differs' },
    ]);
    expect(certificateExpiry(given, '2034-07-08')).toMatchObject([{ date: '2030-07-08', reasonCode: 'printed' }]);
  });

  test.each([
    ['nothing', {}],
    ['no birth date', { birthDate: null, issuedOn: '2025-07-09' }],
  ])('with %s known, the answer is that nobody knows', (_, given) => {
    const unknown = { date: null, value: 'unknown', reasonCode: 'date-unknown' };
    expect(cardExpiry(facts(given))).toMatchObject([unknown]);
    expect(certificateExpiry(facts(given), null)).toMatchObject([unknown]);
  });

  test('a card lasts to a birthday, nine to ten years on; its certificate four to five, and never longer', () => {
    fc.assert(
      fc.property(aBirth, anIssue, (birthDate, issuedOn) => {
        fc.pre(birthDate < '1996-01-01');
        const { card, certificate } = bothOf({ birthDate, issuedOn });
        expect(card).toBe(birthdayAfter(birthDate, card ?? '', 0));
        expect(daysBetween(issuedOn, card ?? '')).toBeGreaterThan(9 * 365);
        expect(daysBetween(issuedOn, card ?? '')).toBeLessThanOrEqual(10 * 365 + 3);
        expect(daysBetween(issuedOn, certificate ?? '')).toBeGreaterThan(4 * 365);
        expect((certificate ?? '') <= (card ?? '')).toBe(true);
      }),
    );
  });

  test('renewing in the window never loses a day', () => {
    fc.assert(
      fc.property(aBirth, anIssue, fc.nat(100), (birthDate, issuedOn, before) => {
        fc.pre(birthDate < '1990-01-01');
        const { card: cardExpiresOn } = bothOf({ birthDate, issuedOn });
        const renewedOn = addDays(cardExpiresOn ?? '', -before);
        fc.pre(renewedOn >= windowOpens(cardExpiresOn ?? ''));
        const next = bothOf({ birthDate, issuedOn: renewedOn, renewedFrom: { cardExpiresOn: cardExpiresOn ?? '' } });
        expect(daysBetween(cardExpiresOn ?? '', next.card ?? '')).toBeGreaterThanOrEqual(3652);
        expect(daysBetween(cardExpiresOn ?? '', next.certificate ?? '')).toBeGreaterThanOrEqual(1826);
      }),
    );
  });
});

describe('V3', () => {
  test.each([
    ['2026-12-10', '2026-09-11'],
    ['2026-07-31', '2026-05-01'],
    ['2027-05-31', '2027-03-01'],
    ['2028-05-31', '2028-03-01'],
  ])('what ends on %s can be renewed from %s', (expiresOn, date) =>
    expect(renewalWindow(expiresOn)).toMatchObject({ rule: 'V3', date, until: expiresOn }),
  );

  test('the window lies within the validity and lasts about three months', () => {
    fc.assert(
      fc.property(anIssue, (expiresOn) => {
        const { date } = renewalWindow(expiresOn);
        expect(daysBetween(date, expiresOn)).toBeGreaterThanOrEqual(88);
        expect(daysBetween(date, expiresOn)).toBeLessThanOrEqual(91);
      }),
    );
  });
});
