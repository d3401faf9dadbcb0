/**
 * SMTP_STAGES of one attempt, in order. After `content` the whole mail has been handed over and only the answer is missing:
 * a connection that ends there leaves open whether it was taken.
 */
export const SMTP_STAGES = ['connect', 'greeting', 'sign-in', 'sender', 'recipient', 'data', 'content'] as const;
export type SmtpStage = (typeof SMTP_STAGES)[number];

/** SmtpReply is the last that was heard: the reply's number, or null when the connection failed or fell silent. */
export interface SmtpReply {
  readonly stage: SmtpStage;
  readonly code: number | null;
}

/** SmtpOutcome is what an attempt means for its delivery. */
export type SmtpOutcome = 'accepted' | 'failed-for-now' | 'refused' | 'left-open';

/** A refusal at these is about the recipient or the letter; earlier ones are about us, and must not condemn a family's address. */
const ABOUT_THE_MAIL: readonly SmtpStage[] = ['recipient', 'data', 'content'];

/** smtpOutcome reads what the server said last. */
export function smtpOutcome({ stage, code }: SmtpReply): SmtpOutcome {
  if (code === null) return stage === 'content' ? 'left-open' : 'failed-for-now';
  if (code >= 500) return ABOUT_THE_MAIL.includes(stage) ? 'refused' : 'failed-for-now';
  return code < 300 && stage === 'content' ? 'accepted' : 'failed-for-now';
}

/** isAboutTheServer says whether an attempt ended in silence, or before its mail was named: the next one would hardly fare better. */
export function isAboutTheServer({ stage, code }: SmtpReply): boolean {
  return code === null || !ABOUT_THE_MAIL.includes(stage);
}
