import { DAY, dayOf } from './time.mjs';

/** How the families of the demo want to be told, one after the other. */
const WISHES = ['mail', 'letter', 'mail', 'phone'];
const WORKED_OFF = 0.85;
/** What came up in the last days is still to do. */
const STILL_OPEN = 4;
const ANSWERS = [
  ['noted', 0.25],
  ['self-renewal', 0.08],
  ['use-certificate', 0.05],
  ['call-me', 0.05],
  ['consult', 0.05],
];
/** The children of the residents, who are a generation younger, by the relation that each can be. */
const CHILDREN = [
  ['由美子', 'ゆみこ', '長女'],
  ['健一', 'けんいち', '長男'],
  ['恵子', 'けいこ', '次女'],
  ['誠', 'まこと', '次男'],
  ['明美', 'あけみ', '長女'],
  ['浩', 'ひろし', '長男'],
  ['直子', 'なおこ', '次女'],
  ['隆', 'たかし', '次男'],
  ['裕子', 'ゆうこ', '長女'],
  ['修', 'おさむ', '長男'],
  ['美穂', 'みほ', '孫'],
];
/** A daughter who has married often has another name. */
const MARRIED = [
  ['佐々木', 'ささき'],
  ['岡本', 'おかもと'],
  ['藤井', 'ふじい'],
];

/** SIGNER is who signs the notices of the demo. */
export const SIGNER = { signer: '佐藤 花子', title: '施設長', hours: '平日9時〜17時', steps: [] };

/** hasFamily says whether anybody is known; for who has nobody, the office is told. */
export const hasFamily = (n) => n % 10 !== 7;

/** contactOf invents the family of a resident; one is never told anything, one wants no notices. */
export function contactOf(person, n) {
  const never = n % 12 === 10;
  const wish = never ? 'not-asked' : n === 14 ? 'none' : wishOf(n);
  const [given, givenKana, relation] = CHILDREN[n % CHILDREN.length];
  const [surname, surnameKana] =
    relation.endsWith('女') && n % 3 === 0 ? MARRIED[n % MARRIED.length] : [person.surname, person.surnameKana];
  return {
    residentId: person.id,
    order: 1,
    name: `${surname} ${given}`,
    kana: `${surnameKana} ${givenKana}`,
    relation,
    capacity: 'family',
    phone: `03-0000-${String(1000 + n)}`,
    email: wish === 'mail' ? `kazoku-${n}@example.jp` : '',
    address: wish === 'letter' ? `東京都千代田区（架空）${1 + (n % 5)}-2-3` : '',
    language: n === 16 ? 'ja-easy' : n === 24 ? 'en' : 'ja',
    handOver: never ? 'never' : n % 6 === 4 ? 'ask-manager' : 'allowed',
    mayKnow: !never,
    notices: wish,
    note: null,
  };
}

/** wishOf is how the family of the resident with this number wants to be told. */
export const wishOf = (n) => WISHES[n % WISHES.length];

/** workOff does what lay there for the office: letters are posted, calls made, and some families have answered. */
export async function workOff({ manager, random, now }) {
  const { tasks, notices } = await manager.get('/api/reminders?limit=100');
  for (const { id, state, answers, madeOn } of tasks) {
    for (const { id: answerId, task, taskClosedOn } of answers)
      if (task && taskClosedOn === null) await manager.post(`/api/reminders/answers/${answerId}/settlement`, {});
    if (state === 'open' && madeOn < dayOf(now - STILL_OPEN * DAY) && random.chance(WORKED_OFF))
      await manager.post(`/api/reminders/${id}/acknowledge`, { outcome: 'told' });
  }
  for (const { id, state, answers } of notices) {
    if (state !== 'accepted' || answers.length > 0) continue;
    const [answer] = ANSWERS.find(([, share]) => random.chance(share)) ?? [];
    if (!answer) continue;
    const plannedOn = answer === 'self-renewal' ? dayOf(now + 5 * DAY) : null;
    await manager.post(`/api/reminders/${id}/answers`, { answer, plannedOn });
  }
}
