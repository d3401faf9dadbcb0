// How a mail that tells no family of a date gets into the outbox.
export { Composer } from './composer.ts';
export { queueHouseMail } from './house-mail.ts';
export { MailDoor } from './mail-door.ts';
export type { Mail } from './words/mail.ts';
