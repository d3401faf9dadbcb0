import { say } from '../rich.ts';
import type { ReportWords } from '../speech.ts';

/** reportEn is F7 in English. */
export const reportEn: ReportWords = {
  title: say`Report on what we keep`,
  intro: (name, from, to) => say`This is what happened to what we keep for ${name} from ${from} to ${to}.`,
  kept: {
    title: say`What we keep now`,
    head: { item: say`Item`, expires: say`Printed date` },
    none: say`We keep nothing.`,
  },
  moves: {
    title: say`What went out and came back`,
    head: { day: say`Day`, item: say`Item`, purpose: say`Purpose or event`, back: say`Back on` },
    none: say`Nothing went out.`,
  },
  ahead: {
    title: say`Dates ahead`,
    head: { day: say`Date`, item: say`Item`, what: say`What ends` },
    none: say`No date is near.`,
  },
  noDate: say`not known, or none printed`,
  stillOut: say`still out`,
  purposes: {
    outpatient: say`Clinic visit`,
    pharmacy: say`Pharmacy`,
    'home-visit': say`Doctor’s visit here`,
    'hospital-stay': say`Hospital stay`,
    'overnight-leave': say`Overnight leave`,
    renewal: say`Renewal`,
    'municipal-office': say`City office`,
    'in-house': say`Checked in the house`,
    'to-resident': say`To the resident`,
    'to-family': say`To the family`,
    emergency: say`Ambulance`,
    other: say`Other`,
  },
  events: {
    'item.taken-in': say`Taken into our keeping`,
    'item.held-temporarily': say`Kept for the time being`,
    'item.handed-over': say`Handed over for good`,
    'item.reported-missing': say`Reported missing`,
    'item.found': say`Found`,
  },
  closing: (phone) =>
    say`We will write again when a date comes near. If you have a question, please call us (${phone}). We never ask for a PIN.`,
  coupon: {
    ask: (phone) => say`Please tick what is right and give or send it to us. You may also call us (${phone}).`,
    answers: [
      say`I have read it`,
      say`I have a question (please call me)`,
      say`My address, telephone or mail has changed`,
      say`I would like advice about a card`,
    ],
    day: say`Date`,
  },
};
