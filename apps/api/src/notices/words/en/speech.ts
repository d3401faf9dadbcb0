import type { ItemKind } from '@azukari/domain';
import { englishDay, englishMoment, eraDay } from '../../../forms/forms.words.ts';
import { say, strong } from '../rich.ts';
import type { Rich } from '../rich.ts';
import type { Speech } from '../speech.ts';
import type { Kin } from '../whose.ts';
import { adviceEn } from './advice.ts';
import { guideEn } from './guide.ts';
import { hoursEn } from './hours.ts';
import { reportEn } from './report.ts';
import { pageEn } from './page.ts';
import { pastEn } from './past.ts';

const WHOSE: Readonly<Record<Exclude<Kin, 'herself'>, string>> = {
  husband: 'your husband',
  wife: 'your wife',
  spouse: 'your spouse',
  child: 'your child',
  grandchild: 'your grandchild',
  sibling: 'your brother or sister',
  family: 'your family member',
};

function whose(kin: Kin | null, initials: readonly string[]): Rich {
  if (kin === 'herself') return say`your`;
  const letters = initials.map((letter) => `${letter}.`).join(' ');
  if (kin === null) return say`${letters === '' ? 'the resident' : letters}’s`;
  return letters === '' ? say`${WHOSE[kin]}’s` : say`${WHOSE[kin]}’s (${letters})`;
}

const kinds: Readonly<Record<ItemKind, Rich>> = {
  'my-number-card': say`My Number Card`,
  'eligibility-certificate': say`eligibility certificate (資格確認書)`,
  'eligibility-notice': say`eligibility notice (資格情報のお知らせ)`,
  'legacy-insurance-card': say`former health insurance card`,
  'care-insurance-card': say`care insurance card (介護保険被保険者証)`,
  'care-copay-certificate': say`care co-payment certificate (負担割合証)`,
  'care-limit-certificate': say`care cost limit certificate (負担限度額認定証)`,
  'medical-limit-certificate': say`medical cost limit certificate (限度額適用認定証)`,
  'disability-handbook-physical': say`physical disability handbook (身体障害者手帳)`,
  'disability-handbook-intellectual': say`intellectual disability handbook (療育手帳)`,
  'disability-handbook-mental': say`mental health handbook (精神障害者保健福祉手帳)`,
  'self-support-medical': say`self-support medical certificate (自立支援医療受給者証)`,
  'welfare-service-certificate': say`welfare service certificate (障害福祉サービス受給者証)`,
  'designated-disease': say`designated disease certificate (特定医療費受給者証)`,
  'local-medical-subsidy': say`local medical subsidy certificate (福祉医療費受給者証)`,
  'specific-disease-recipient': say`specific disease certificate (特定疾病療養受療証)`,
  'elderly-recipient': say`elderly recipient certificate (高齢受給者証)`,
  'hibakusha-handbook': say`hibakusha health handbook (被爆者健康手帳)`,
  'public-assistance-voucher': say`medical voucher (医療券)`,
  'residence-card': say`residence card`,
  'sealed-envelope': say`sealed envelope`,
  'patient-card': say`patient card`,
  'medication-notebook': say`medication notebook`,
  other: say`item`,
};

/** en is how a notice speaks English. */
export const en: Speech = {
  tag: 'en',
  space: ' ',
  day: (day) => say`${englishDay(day)} (${eraDay(day)})`,
  plainDay: (day) => say`${englishDay(day)}`,
  moment: (instant) => say`${englishMoment(instant)}`,
  kinds,
  discreet: {
    'disability-handbook-physical': say`handbook`,
    'disability-handbook-intellectual': say`handbook`,
    'disability-handbook-mental': say`handbook`,
    'hibakusha-handbook': say`handbook`,
    'self-support-medical': say`certificate`,
    'welfare-service-certificate': say`certificate`,
    'designated-disease': say`certificate`,
    'local-medical-subsidy': say`certificate`,
    'specific-disease-recipient': say`certificate`,
    'public-assistance-voucher': say`voucher`,
  },
  whose,
  advice: adviceEn,
  past: pastEn,
  answers: {
    'self-renewal': say`I will see to it myself`,
    'use-certificate': say`No renewal: use the eligibility certificate (資格確認書)`,
    consult: say`I would like your advice`,
    'call-me': say`Please call me`,
    noted: say`I have read it (not decided yet)`,
  },
  guide: guideEn,
  report: reportEn,
  letter: {
    title: say`Dates of what we keep for you`,
    intro: say`We would like to tell you of these dates.`,
    rows: {
      item: say`What it is`,
      owner: say`Whose it is`,
      day: say`Date`,
      todo: say`What to do`,
      bring: say`What to bring`,
      who: say`Who can go`,
      missed: say`If nobody does`,
    },
    // The post reads the name in the window.
    name: (name) => say`${name} 様`,
    family: say`ご家族 様`,
    ended: say` (over)`,
    coupon: {
      cut: say`cut here`,
      title: say`Your answer`,
      code: say`Reply number`,
      ask: (phone) => say`Please tick what is right and give or send it to us. You may also call us (${phone}).`,
      day: say`Day on which you go`,
      name: say`Your name`,
      dayBlank: say` `,
    },
  },
  frame: {
    subject: (house) => `[${house}] Dates of what we keep for you`,
    greeting: ({ house, signer, to }) => [
      say`Dear ${to.name},`,
      say`This is ${signer.name === '' ? '' : `${signer.name} of `}${house.name}.`,
    ],
    introduction: ({ subject, from }) =>
      say`Our notices come from ${strong(say`${from}`)}, always under the subject “${subject}”. We never ask for a PIN, the My Number or a bank account, nor for pictures or money. We will give you a sheet about our notices at the facility.`,
    lead: ({ whose: owner, item, what, day, ended, at }) =>
      say`${at === 'here' ? 'We keep' : 'This is about'} ${owner} ${item}${at === 'family' ? ', which is with your family' : ''}: ${what} ${ended ? 'ended' : 'ends'} on ${strong(day)}.`,
    handing: {
      here: say`We keep it here and will hand it to you before you go; please let us know which day suits you. If you are not sure, please ask us.`,
      some: say`What we keep here we will hand to you before you go; please let us know which day suits you. If you are not sure, please ask us.`,
      family: say`It is with your family now, so that you can take it along. If you are not sure, please ask us.`,
      away: say`If you are not sure, please ask us.`,
    },
    pin: say`Please never tell the PIN of a card to our staff.`,
    answer: {
      ask: say`Please choose your answer on this page. You need no account.`,
      choices: say`The answers that you can choose`,
      byPhone: (phone, code) =>
        say`Please answer by telephone: ${strong(say`${phone}`)}.${code === null ? '' : say` Please tell us the reply number ${strong(say`${code}`)}.`}`,
    },
    doubt: {
      button: say`If anything seems wrong, do not press any button or link: please call us at the number in your contract.`,
      none: say`If anything seems wrong, do not answer this notice: please call us at the number in your contract.`,
    },
    signature: ({ house, signer, hours }) => [
      say`${house.name}`,
      ...(house.address === '' ? [] : [say`${house.address}`]),
      say`${signer.name === '' ? '' : `${signer.name}, `}telephone ${strong(say`${house.phone}`)}${hours === '' ? '' : say` (${hoursEn(hours)})`}`,
    ],
    checkpoint: {
      why: say`By this number anybody can check later that the record was not rewritten. You need do nothing.`,
      what: (size, at) => say` (${at}, ${size} entries)`,
    },
    event: (house) => `Date of what ${house} keeps`,
  },
  page: pageEn,
};
