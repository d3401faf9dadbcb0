import { isAboutTheServer, SMTP_STAGES, smtpOutcome } from './smtp.ts';
import type { SmtpStage } from './smtp.ts';

describe('what the mail server said last', () => {
  test.each<[SmtpStage, number | null, string]>([
    ['connect', null, 'failed-for-now'],
    ['greeting', 421, 'failed-for-now'],
    ['greeting', 554, 'failed-for-now'],
    ['sign-in', 535, 'failed-for-now'],
    ['sender', 550, 'failed-for-now'],
    ['recipient', 450, 'failed-for-now'],
    ['recipient', 499, 'failed-for-now'],
    ['recipient', 500, 'refused'],
    ['recipient', 550, 'refused'],
    ['data', 354, 'failed-for-now'],
    ['data', 554, 'refused'],
    ['data', null, 'failed-for-now'],
    ['content', 250, 'accepted'],
    ['content', 300, 'failed-for-now'],
    ['content', 452, 'failed-for-now'],
    ['content', 554, 'refused'],
    ['content', null, 'left-open'],
  ])('at %s %j: %s', (stage, code, expected) => expect(smtpOutcome({ stage, code })).toBe(expected));

  test('nothing but a yes to the whole mail is a yes', () => {
    for (const stage of SMTP_STAGES)
      for (const code of [null, 220, 250, 354, 421, 550])
        expect([stage, code, smtpOutcome({ stage, code }) === 'accepted']).toEqual([
          stage,
          code,
          stage === 'content' && (code === 220 || code === 250),
        ]);
  });
});

describe('the next mail would hardly fare better', () => {
  test.each<[SmtpStage, number | null, boolean]>([
    ['connect', null, true],
    ['greeting', 421, true],
    ['sign-in', 535, true],
    ['sender', 451, true],
    ['recipient', null, true],
    ['recipient', 450, false],
    ['recipient', 550, false],
    ['content', null, true],
    ['content', 250, false],
    ['content', 554, false],
  ])('at %s %j: %s', (stage, code, expected) => expect(isAboutTheServer({ stage, code })).toBe(expected));
});
