import { DAY, dayOf } from './time.mjs';

/** How the families of the demo want to be told; by the number of the resident, every second of whom has a contact. */
const WISHES = ['mail', 'letter', 'mail', 'phone'];
const WORKED_OFF = 0.85;
const ANSWERS = [
  ['noted', 0.25],
  ['self-renewal', 0.08],
  ['call-me', 0.05],
  ['consult', 0.05],
];

/** SIGNER is who signs the notices of the demo. */
export const SIGNER = { signer: '佐藤 花子', title: '施設長', hours: '平日9時〜17時', steps: [] };

/** contactOf invents the family of a resident; one is never told anything, one wants no notices. */
export function contactOf(person, n) {
  const never = n % 12 === 10;
  const wish = never ? 'not-asked' : n === 14 ? 'none' : WISHES[(n / 2) % WISHES.length];
  return {
    residentId: person.id,
    order: 1,
    name: `${person.surname} 家族`,
    kana: '',
    relation: n % 4 === 0 ? '長女' : '長男',
    capacity: 'family',
    phone: `03-0000-${String(1000 + n)}`,
    email: wish === 'mail' ? `kazoku-${n}@example.jp` : '',
    address: wish === 'letter' ? '東京都千代田区（架空）1-2-3' : '',
    language: n === 16 ? 'ja-easy' : n === 24 ? 'en' : 'ja',
    handOver: never ? 'never' : n % 6 === 4 ? 'ask-manager' : 'allowed',
    mayKnow: !never,
    notices: wish,
    note: null,
  };
}

/** workOff does what lay there for the office: letters are posted, calls made, and some families have answered. */
export async function workOff({ manager, random, now }) {
  const { tasks, notices } = await manager.get('/api/reminders?limit=100');
  for (const { id, state, answers } of tasks) {
    for (const { id: answerId, task, taskClosedOn } of answers)
      if (task && taskClosedOn === null) await manager.post(`/api/reminders/answers/${answerId}/settlement`, {});
    if (state === 'open' && random.chance(WORKED_OFF))
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
