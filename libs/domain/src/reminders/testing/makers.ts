import type { GivenAnswer } from '../answer.ts';
import { queuedDelivery } from '../delivery.ts';
import type { Delivery } from '../delivery.ts';
import { deadlineKey } from '../due.ts';
import type { ReminderCase, ReminderDeadline, ReminderFacts, ReminderLine, ResidentToTell, ToldLine } from '../due.ts';
import type { Notice } from '../notice.ts';
import type { ReminderContact } from '../recipient.ts';
import { defaultReminders } from '../settings.ts';

export const MOTHER = 'resident-mother';
export const FATHER = 'resident-father';
export const DAUGHTER = 'contact-daughter';
export const SON = 'contact-son';
export const NIECE = 'contact-niece';
export const NINE = '2026-11-22T00:00:00.000Z';
export const TODAY = '2026-11-22';
/** In 18 days: its newest step is the one of 30 days before, on 2026-11-10. */
export const DATE = '2026-12-10';
export const THRESHOLD = '2026-11-10';

export function aContact(of: Partial<ReminderContact> = {}): ReminderContact {
  return {
    id: DAUGHTER,
    person: `person of ${of.id ?? DAUGHTER}`,
    order: 1,
    capacity: 'family',
    handOver: 'allowed',
    mayKnow: 'yes',
    consents: true,
    channel: 'mail',
    language: 'ja',
    mailFails: false,
    ...of,
  };
}

export const THREE: readonly ReminderContact[] = [
  aContact({ id: NIECE, order: 3 }),
  aContact({ id: DAUGHTER, order: 1 }),
  aContact({ id: SON, order: 2 }),
];

export function aDeadline(of: Partial<ReminderDeadline> = {}): ReminderDeadline {
  return { itemId: 'card', residentId: MOTHER, kind: 'certificate-expiry', date: DATE, ...of };
}

export function aCase(of: Partial<ReminderCase> = {}): ReminderCase {
  return { deadline: aDeadline(), told: [], answers: [], closed: null, ...of };
}

export function told(on: string, of: Partial<ToldLine> = {}): ToldLine {
  return { contactId: DAUGHTER, threshold: on, on, heardOn: on, triedOn: null, ...of };
}

export function anAnswer(of: Partial<GivenAnswer> = {}): GivenAnswer {
  return { answer: 'noted', contactId: DAUGHTER, on: TODAY, plannedOn: null, taskClosedOn: null, ...of };
}

export function aLine(of: Partial<ReminderLine> = {}): ReminderLine {
  return { deadline: aDeadline(), contactId: DAUGHTER, threshold: THRESHOLD, ...of };
}

export function aNotice(of: Partial<Notice> = {}): Notice {
  return {
    id: 'notice',
    to: { person: `person of ${DAUGHTER}`, channel: 'mail', language: 'ja' },
    on: TODAY,
    lines: [aLine()],
    progress: aMail(),
    ...of,
  };
}

export function aMail(): Delivery {
  return queuedDelivery('reminder', NINE);
}

/** facts are a house with these deadlines, in which the mother has a daughter unless told otherwise. */
export function facts(
  cases: readonly ReminderCase[] = [aCase()],
  residents: Readonly<Record<string, Partial<ResidentToTell>>> = {},
  today = TODAY,
): ReminderFacts {
  const people = { [MOTHER]: {}, ...residents };
  return {
    today,
    settings: defaultReminders(today),
    cases: new Map(cases.map((one) => [deadlineKey(one.deadline), one])),
    residents: new Map(
      Object.entries(people).map(([id, one]) => [id, { stopped: false, contacts: [aContact()], ...one }]),
    ),
  };
}
