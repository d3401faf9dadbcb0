import { REPRESENTATIVES } from '../agreement/coverage.ts';
import type { Capacity } from '../agreement/coverage.ts';
import type { HandOverRule } from '../custody/contact-meant.ts';
import type { Uuid } from '../instant.ts';

/** CHANNELS by which somebody is told: a mail, a letter to print, a telephone call, and a task for the office. */
export const CHANNELS = ['mail', 'letter', 'phone', 'office'] as const;
export type Channel = (typeof CHANNELS)[number];

/** ContactChannel is what a contact can choose. */
export type ContactChannel = Exclude<Channel, 'office'>;

/**
 * OFFICE_REASONS are why a date comes to the office: only the house can see to it, nobody is on the list, nobody on it may be
 * told, nobody has asked to be, or who was told has not answered.
 */
export const OFFICE_REASONS = ['house-matter', 'no-contact', 'nobody-may-know', 'nobody-asks', 'no-answer'] as const;
export type OfficeReason = (typeof OFFICE_REASONS)[number];

/** ReminderContact is a 連絡先 of one resident as the reminders need it. */
export interface ReminderContact {
  readonly id: Uuid;
  /** What is the same for two contacts who are one person, such as the daughter of a couple: she gets one notice. */
  readonly person: string;
  readonly order: number;
  readonly capacity: Capacity;
  readonly handOver: HandOverRule;
  readonly mayKnow: 'yes' | 'no';
  /** Whether she wants notices. */
  readonly consents: boolean;
  readonly channel: ContactChannel | null;
  readonly language: string;
  /** Her address was refused for good, or came back, since it was last written down. */
  readonly mailFails: boolean;
}

/** Recipient is who is to be told, and how; the office has no contact. */
export interface Recipient {
  readonly contactId: Uuid | null;
  readonly person: string;
  readonly channel: Channel;
  readonly language: string | null;
}

const isHerself = ({ capacity }: ReminderContact): boolean => capacity === 'resident';
const representsHer = ({ capacity }: ReminderContact): boolean => REPRESENTATIVES.includes(capacity);

/** Nothing whatever goes to a never-contact (疎遠・DV・支援措置), also when it is noted that she may know. */
const mayBeTold = ({ handOver, mayKnow }: ReminderContact): boolean => handOver !== 'never' && mayKnow === 'yes';

/**
 * askedContacts are whom to tell, in order, when so many steps had no answer: the first, and one more for each. Where nobody on
 * the list can be reached it is the resident herself, then who represents her; the office comes last and always, and at once
 * where the family wants no notices.
 */
export function askedContacts(
  contacts: readonly ReminderContact[],
  residentId: Uuid,
  unanswered: number,
): readonly Recipient[] {
  const asked = chain(contacts)
    .told.slice(0, unanswered + 1)
    .map(recipient);
  return officeReason(contacts, unanswered) === null ? asked : [...asked, office(residentId)];
}

/** officeReason is why the office is asked when so many steps had no answer, or null when it is not. */
export function officeReason(
  contacts: readonly ReminderContact[],
  unanswered: number,
): Exclude<OfficeReason, 'house-matter'> | null {
  if (contacts.length === 0) return 'no-contact';
  if (!contacts.some(mayBeTold)) return 'nobody-may-know';
  const { told, familyWantsNone } = chain(contacts);
  if (familyWantsNone || told.length === 0) return 'nobody-asks';
  return told.length <= unanswered ? 'no-answer' : null;
}

/** recipientNow is how a contact would be told today, or null when she is not to be told. */
export function recipientNow(contacts: readonly ReminderContact[], contactId: Uuid): Recipient | null {
  const found = chain(contacts).told.find(({ id }) => id === contactId);
  return found === undefined ? null : recipient(found);
}

/** office is the task for the staff: never silence. */
export function office(residentId: Uuid): Recipient {
  return { contactId: null, person: `office:${residentId}`, channel: 'office', language: null };
}

function chain(contacts: readonly ReminderContact[]): {
  readonly told: readonly ReminderContact[];
  readonly familyWantsNone: boolean;
} {
  const knowing = contacts.filter(mayBeTold).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const reachable = knowing.filter(({ consents, channel }) => consents && channel !== null);
  if (reachable.length > 0) return { told: reachable, familyWantsNone: false };
  const herself = knowing.filter(isHerself);
  const representatives = knowing.filter(representsHer);
  return {
    told: [...herself, ...representatives],
    familyWantsNone: knowing.some((contact) => !isHerself(contact) && !representsHer(contact) && !contact.consents),
  };
}

/** Who agreed to no channel gets paper: a person of the house hands it over or posts it. */
function recipient({ id, person, channel, consents, mailFails, language }: ReminderContact): Recipient {
  const agreed = (consents ? channel : null) ?? 'letter';
  return { contactId: id, person, channel: agreed === 'mail' && mailFails ? 'phone' : agreed, language };
}
