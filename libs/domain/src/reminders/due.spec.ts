import { addDays } from '../instant.ts';
import { deadlineKey, dueLines, nextLookOn, stillDue, unansweredSteps, whyOffice } from './due.ts';
import type { ReminderCase, ToldLine } from './due.ts';
import type { OfficeReason, ReminderContact } from './recipient.ts';
import { defaultReminders } from './settings.ts';
import { aCase, aContact, aDeadline, aLine, anAnswer, DAUGHTER, facts, MOTHER, NIECE, SON } from './testing/makers.ts';
import { THREE, THRESHOLD, TODAY, told } from './testing/makers.ts';

const family = { [MOTHER]: { contacts: THREE } };
const due = (of: Partial<ReminderCase> = {}, today = TODAY) =>
  dueLines(aCase(of), facts([], family, today)).map(({ line }) => line.contactId ?? 'office');

const tried = (triedOn: string, contactId = DAUGHTER, threshold = THRESHOLD): ToldLine =>
  told(threshold, { contactId, heardOn: null, triedOn });

describe('due and not yet told', () => {
  test.each<[string, Partial<ReminderCase>, readonly string[]]>([
    ['nobody was told', {}, [DAUGHTER]],
    ['told on the day of the step', { told: [told(THRESHOLD)] }, []],
    ['told later', { told: [told(THRESHOLD, { on: TODAY })] }, []],
    ['it still waits to be sent', { told: [told(THRESHOLD, { heardOn: null })] }, []],
    ['somebody else was told', { told: [told(THRESHOLD, { contactId: SON })] }, [DAUGHTER]],
    ['told on a day that has not come', { told: [told(THRESHOLD, { on: '2027-05-01' })] }, [DAUGHTER]],
    ['the step before had no answer', { told: [told('2026-10-11')] }, [DAUGHTER, SON]],
    ['of these one was told', { told: [told('2026-10-11'), told(THRESHOLD)] }, [SON]],
    ['two steps had none', { told: [told('2026-09-11'), told('2026-10-11')] }, [DAUGHTER, SON, NIECE]],
    ['it never left the house', { told: [told('2026-10-11', { heardOn: null })] }, [DAUGHTER]],
    ['a call for it was made in this step', { told: [told('2026-10-11', { heardOn: '2026-11-15' })] }, [DAUGHTER]],
    ['she was called today, in vain', { told: [tried(TODAY)] }, []],
    ['she was called yesterday, in vain', { told: [tried('2026-11-21')] }, [SON]],
    ['neither was reached', { told: [tried('2026-11-20'), tried('2026-11-21', SON)] }, [NIECE]],
    ['not reached in two steps', { told: [tried('2026-10-12', DAUGHTER, '2026-10-11'), tried('2026-11-21')] }, [SON]],
    ['it was answered', { told: [told('2026-10-11')], answers: [anAnswer({ on: '2026-10-20' })] }, [DAUGHTER]],
    ['closed with a reason', { closed: 'not-renewed' }, []],
    ['she goes tomorrow', { answers: [anAnswer({ answer: 'self-renewal', plannedOn: '2026-11-23' })] }, []],
    ['not yet', { deadline: aDeadline({ date: '2027-06-01' }) }, []],
  ])('%s', (_, of, expected) => expect(due(of)).toEqual(expected));

  test('taken in late, it is one message at once, about the newest step', () => {
    const lines = dueLines(aCase({ deadline: aDeadline({ date: '2026-11-01' }) }), facts([]));
    expect(lines).toMatchObject([{ line: { threshold: '2026-11-01' } }]);
  });

  test('two weeks off over two steps are one message with the truth of the day', () => {
    const lines = dueLines(aCase({ told: [told(THRESHOLD)] }), facts([], family, '2026-12-11'));
    expect(lines.map(({ line }) => line.threshold)).toEqual(['2026-12-10', '2026-12-10']);
    expect(lines.map(({ line }) => line.contactId)).toEqual([DAUGHTER, SON]);
  });

  test('it depends on no day on which somebody was awake', () => {
    for (let day = 10; day <= 30; day++) expect(due({}, `2026-11-${day}`)).toEqual([DAUGHTER]);
  });

  test('another date is another deadline', () => {
    const renewed = aDeadline({ date: '2031-12-10' });
    expect(deadlineKey(renewed)).not.toBe(deadlineKey(aDeadline()));
    expect(due({ deadline: renewed })).toEqual([]);
  });

  test('steps by kind are settings', () => {
    const of = facts([]);
    const byKind = new Map([['certificate-expiry', { ...of.settings.otherwise, daysBefore: [10] }]]);
    expect(dueLines(aCase(), of).length).toBe(1);
    expect(dueLines(aCase(), { ...of, settings: { ...of.settings, byKind } })).toEqual([]);
  });

  test('what only the house can see to is no letter to a family', () =>
    expect(
      dueLines(aCase({ deadline: aDeadline({ kind: 'arrival-check', date: TODAY }) }), facts([], family)),
    ).toMatchObject([{ line: { contactId: null }, recipient: { channel: 'office' } }]));

  test('after a death nobody is told', () =>
    expect(dueLines(aCase(), facts([], { [MOTHER]: { stopped: true, contacts: THREE } }))).toEqual([]));

  test('of a resident about whom nothing is known the office is told', () =>
    expect(dueLines(aCase({ deadline: aDeadline({ residentId: 'stranger' }) }), facts([]))).toMatchObject([
      { recipient: { channel: 'office' } },
    ]));
});

describe('steps that had no answer', () => {
  const steps: readonly ToldLine[] = [told('2026-09-11'), told('2026-10-11'), told('2026-10-11', { contactId: SON })];
  test.each([
    ['nobody answered', [], 2],
    ['the first was answered', [anAnswer({ on: '2026-09-30' })], 1],
    ['the second was answered, by the other', [anAnswer({ on: '2026-10-30', contactId: SON })], 1],
    ['an answer on the day of the second speaks for both', [anAnswer({ on: '2026-10-11' })], 0],
    ['a talk is open since the first', [anAnswer({ answer: 'consult', on: '2026-09-12' })], 0],
    ['the talk is over', [anAnswer({ answer: 'consult', on: '2026-09-12', taskClosedOn: '2026-09-20' })], 1],
  ] as const)('%s', (_, answers, expected) =>
    expect(unansweredSteps({ told: steps, answers }, THRESHOLD)).toBe(expected),
  );

  test('the step that is going on is not one of them', () =>
    expect(unansweredSteps({ told: steps, answers: [] }, '2026-10-11')).toBe(1));
});

describe('still due at the moment of sending', () => {
  const to = { person: `person of ${DAUGHTER}`, channel: 'mail' } as const;
  const still = (of: Parameters<typeof facts>[0], residents: Parameters<typeof facts>[1] = {}, line = aLine()) =>
    stillDue(line, to, facts(of, residents));

  test('premise: nothing has changed', () => expect(still([aCase()])).toBe(true));

  test.each<[string, Parameters<typeof facts>[0], Parameters<typeof facts>[1]]>([
    ['it was given back', [], {}],
    ['it was renewed', [aCase({ deadline: aDeadline({ date: '2031-12-10' }) })], {}],
    ['it was closed', [aCase({ closed: 'settled' })], {}],
    ['she goes herself', [aCase({ answers: [anAnswer({ answer: 'self-renewal', plannedOn: TODAY })] })], {}],
    ['the resident died', [aCase()], { [MOTHER]: { stopped: true } }],
    ['the contact was removed', [aCase()], { [MOTHER]: { contacts: [] } }],
    ['she became a never-contact', [aCase()], { [MOTHER]: { contacts: [aContact({ handOver: 'never' })] } }],
    ['she may not know any more', [aCase()], { [MOTHER]: { contacts: [aContact({ mayKnow: 'no' })] } }],
    ['she wants none any more', [aCase()], { [MOTHER]: { contacts: [aContact({ consents: false })] } }],
    ['she wants letters', [aCase()], { [MOTHER]: { contacts: [aContact({ channel: 'letter' })] } }],
    ['her address fails', [aCase()], { [MOTHER]: { contacts: [aContact({ mailFails: true })] } }],
    ['she has another address', [aCase()], { [MOTHER]: { contacts: [aContact({ person: 'new' })] } }],
  ])('no longer: %s', (_, cases, residents) => expect(still(cases, residents)).toBe(false));

  test('no longer: the house has decided that such a date is its own matter', () => {
    const of = facts([aCase()]);
    const byKind = new Map([['certificate-expiry', { ...of.settings.otherwise, audience: 'office' as const }]]);
    const house = { ...of, settings: { ...of.settings, byKind } };
    expect(stillDue(aLine(), to, house)).toBe(false);
    expect(stillDue(aLine({ contactId: null }), to, house)).toBe(true);
  });

  test('a call goes on when her address fails', () => {
    const failing = facts([aCase()], { [MOTHER]: { contacts: [aContact({ mailFails: true })] } });
    expect(stillDue(aLine(), { ...to, channel: 'phone' }, failing)).toBe(true);
  });
});

describe('why it is the office’s', () => {
  const answered = [anAnswer({ on: '2026-10-20' })];
  test.each<[string, Partial<ReminderCase>, readonly ReminderContact[], OfficeReason | null]>([
    ['nobody is on the list', {}, [], 'no-contact'],
    ['nobody on it may know', {}, [aContact({ mayKnow: 'no' })], 'nobody-may-know'],
    ['only a never-contact', {}, [aContact({ handOver: 'never' })], 'nobody-may-know'],
    ['who may know wants none', {}, [aContact({ consents: false })], 'nobody-asks'],
    ['no way was agreed', {}, [aContact({ channel: null })], 'nobody-asks'],
    ['who was told has not answered', { told: [told('2026-10-11')] }, [aContact()], 'no-answer'],
    ['she was called yesterday, in vain', { told: [tried('2026-11-21')] }, [aContact()], 'no-answer'],
    ['somebody can be told', {}, [aContact()], null],
    ['one of two has not answered', { told: [told('2026-10-11')] }, THREE.slice(1), null],
    ['who was told has answered', { told: [told('2026-10-11')], answers: answered }, [aContact()], null],
  ])('%s', (_, of, contacts, expected) => {
    const now = facts([aCase(of)], { [MOTHER]: { contacts } });
    expect(whyOffice(aCase(of), now)).toBe(expected);
    const line = aLine({ contactId: null });
    expect(stillDue(line, { person: 'office', channel: 'office' }, now)).toBe(expected !== null);
  });

  test('only the house can see to it, whoever is on the list', () => {
    const check = aCase({ deadline: aDeadline({ kind: 'arrival-check', date: TODAY }) });
    expect(whyOffice(check, facts([check], family))).toBe('house-matter');
  });
});

describe('when to look again', () => {
  const ends = (day: string) => anAnswer({ answer: 'self-renewal', on: '2026-11-01', plannedOn: addDays(day, -7) });
  test.each<[string, Partial<ReminderCase>, string | null]>([
    ['at the next step', {}, '2026-12-03'],
    ['when a pause ends', { answers: [anAnswer({ answer: 'self-renewal', plannedOn: '2026-11-25' })] }, '2026-12-02'],
    ['at the next step, when the pause ends today', { answers: [ends(TODAY)] }, '2026-12-03'],
    ['tomorrow, when she was called today in vain', { told: [tried(TODAY)] }, '2026-11-23'],
    ['at the next step, when that was yesterday', { told: [tried('2026-11-21')] }, '2026-12-03'],
    ['not at all once it is closed', { closed: 'other' }, null],
  ])('%s', (_, of, expected) => expect(nextLookOn(aCase(of), defaultReminders(TODAY), TODAY)).toBe(expected));
});
