import { say, strong } from '../rich.ts';
import type { Speech } from '../speech.ts';

/** guideEn is F20 in English. */
export const guideEn: Speech['guide'] = ({ house, phone, subject, from, days }) => ({
  title: say`About our notices`,
  intro: say`When something that we keep comes near its end, ${house.name} tells you by mail or by post. So that you can tell a real notice from a false one, we say beforehand what to expect.`,
  parts: [
    {
      title: say`What comes`,
      points: [
        say`Its subject is “${strong(say`${subject}`)}”. It never names a person, an item or a number.`,
        say`Our mail comes from ${from === null ? '＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿' : strong(say`${from}`)}.`,
        say`It comes ${before(days)}, and then once a month until it is seen to.`,
        say`A mail names the resident by initials only, and always says who writes and our telephone number.`,
      ],
    },
    {
      title: say`What we never ask`,
      points: [
        say`${strong(say`We never ask for a PIN.`)} Please do not tell it to our staff either.`,
        say`We never ask for the My Number (12 digits), the number of an insurance card, or a bank account.`,
        say`We never ask for a picture of a card, for money, or for an account.`,
      ],
    },
    {
      title: say`If anything seems wrong`,
      points: [
        say`Do not press a button or a link: call us at the number in your contract (${strong(say`${phone}`)}).`,
      ],
    },
    {
      title: say`How to answer`,
      points: [
        say`The button in the mail opens one page on which you choose an answer. You may also call us.`,
        say`By post: tick the slip at the foot of the letter and give or send it to us.`,
      ],
    },
    {
      title: say`The number at the end of a notice`,
      points: [
        say`By it anybody can check later that our record was not rewritten. You need do nothing; it helps if you keep the notice.`,
      ],
    },
    {
      title: say`To change how you are told`,
      points: [
        say`Mail, post or telephone, the address, or no notices at all: you can change it at any time. Please tell us.`,
      ],
    },
  ],
});

function before(days: readonly number[]): string {
  const ahead = days.filter((day) => day > 0).map(String);
  const early = ahead.length === 0 ? [] : [`${ahead.join(', ')} days before a date`];
  return [...early, ...(days.includes(0) ? ['on the day itself'] : [])].join(' and ');
}
