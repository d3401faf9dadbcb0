import { newTotpSecret, otpauthUri, totpAt, totpStep } from './totp.ts';

/** The secret of RFC 6238, appendix B: the ASCII text 12345678901234567890. */
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const step = (seconds: number): number => Math.floor(seconds / 30);

describe('RFC 6238', () => {
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('appendix B, at %i seconds: %s', (seconds, code) => {
    expect(totpAt(RFC, step(seconds), 8)).toBe(code);
    expect(totpAt(RFC, step(seconds))).toBe(code.slice(2));
  });

  test.each([
    [0, '755224'],
    [1, '287082'],
    [9, '520489'],
  ])('RFC 4226, appendix D, count %i: %s', (count, code) => {
    expect(totpAt(RFC, count)).toBe(code);
  });
});

describe('a code', () => {
  const nowMs = 1_234_567_890_000;
  const now = step(nowMs / 1000);
  const fits = (at: number, after = 0) => totpStep(totpAt(RFC, at), RFC, { nowMs, after });

  test('fits one step early or late, and no further', () => {
    expect([-2, -1, 0, 1, 2].map((drift) => fits(now + drift))).toEqual([null, now - 1, now, now + 1, null]);
  });

  test('of a step that was used, or of an earlier one, opens nothing', () => {
    expect([now - 1, now, now + 1].map((at) => fits(at, now))).toEqual([null, null, now + 1]);
  });

  test.each(['', '00000', '0059240', '００5924', '005 924'])('%j is none', (code) => {
    expect(totpStep(code, RFC, { nowMs, after: 0 })).toBeNull();
  });
});

test('a new secret has 160 bits and differs from the one before', () => {
  const [one, other] = [newTotpSecret(), newTotpSecret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(other);
  expect(otpauthUri(one, 'suzuki')).toBe(
    `otpauth://totp/%E9%A0%90%E3%81%8B%E3%82%8A:suzuki?secret=${one}&issuer=%E9%A0%90%E3%81%8B%E3%82%8A`,
  );
});
