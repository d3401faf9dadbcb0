import type { PageWords } from '../page-words.ts';
import { say } from '../rich.ts';

/** pageEn is what the page says in English. */
export const pageEn: PageWords = {
  from: ({ house, signer }) => say`This is ${signer.name} of ${house.name}.`,
  ask: say`Please choose your answer`,
  day: say`Day on which you go`,
  dayHint: (example) => say`For example ${example}`,
  send: say`Send this answer`,
  wrong: say`Please check`,
  problems: {
    choose: say`Please choose one answer.`,
    missing: say`Please enter the day on which you go. If it is still open, choose “I would like your advice”.`,
    unreadable: say`We could not read the day. Please write it as in the example.`,
    past: say`This day is over. Please enter today or a later day.`,
    'too-far': say`This day is more than a year ahead. Please check the year.`,
  },
  taken: say`We have your answer`,
  plannedOn: (day) => say`You go on ${day}`,
  next: {
    'self-renewal': say`We will have it ready for you on that day.`,
    'use-certificate': say`We may contact you about the eligibility certificate.`,
    consult: say`Our staff will contact you.`,
    'call-me': say`We will call you.`,
    noted: say`Thank you. We will write to you again.`,
  },
  goes: say`Please let us know when it is done.`,
  change: (phone) => say`You can answer on this page once. To change your answer, please call us: ${phone}.`,
  decided: say`Once you have decided, you can answer below.`,
  over: say`All that this notice was about is done. You need not answer. Thank you.`,
};
