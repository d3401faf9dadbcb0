import { DAY, dayOf, HOUR, startOfDay } from './time.mjs';

/** Every so many days somebody looks. */
const EVERY = 5;
/** Days of the month after a quarter on which its views are reviewed. */
const REVIEWED_ON = 12;
const REMARKS = {
  'at-night': '体調の急変で、緊急の連絡先を確かめたと本人から聞いた',
  many: '更新の確認で、全員の期限を見ていた',
  'after-leaving': 'ご家族への返却の確認',
  'not-appointed': '任命の終わったあとの引きつぎ',
  auditor: '法人の定期の監査。予定のとおり',
};

/** views plans who looks at whom, and the review of each quarter that is over. */
export function views({ people, now, start, staff: { floor, tanaka, watanabe, auditor }, manager }) {
  const steps = [];
  const first = startOfDay(start) + 2 * DAY;
  const lookers = [
    [floor, 14],
    [tanaka, 15.5],
    [auditor, 10.5],
    [watanabe, 23.25],
  ];
  for (let n = 0; first + n * EVERY * DAY < startOfDay(now); n++) {
    const [by, hours] = lookers[n % lookers.length];
    const seen = people[(7 * n) % people.length];
    steps.push({ at: first + n * EVERY * DAY + hours * HOUR, act: () => by.get(`/api/residents/${seen.id}`) });
  }
  for (const quarterOn of quartersOver(start, now)) {
    const over = Date.parse(`${nextQuarter(quarterOn)}T00:00:00+09:00`);
    steps.push({ at: over + (REVIEWED_ON - 1) * DAY + 16 * HOUR, act: () => review(manager, quarterOn) });
  }
  return steps.filter(({ at }) => at <= now);
}

async function review(by, quarterOn) {
  const { exceptions } = await by.get(`/api/views/exceptions?quarterOn=${quarterOn}`);
  const judged = exceptions.map(({ exception, total }) => ({
    exception,
    cases: total,
    outcome: 'in-order',
    note: REMARKS[exception],
  }));
  await by.post('/api/views/reviews', { quarterOn, judged });
}

/** The quarters that ended between two moments. */
function quartersOver(start, now) {
  const over = [];
  for (let quarter = quarterOf(dayOf(start)); nextQuarter(quarter) <= dayOf(now); quarter = nextQuarter(quarter))
    over.push(quarter);
  return over;
}

function quarterOf(day) {
  const [year, month] = day.split('-').map(Number);
  return firstOf(year, month - ((month - 1) % 3));
}

function nextQuarter(quarter) {
  const [year, month] = quarter.split('-').map(Number);
  return firstOf(year, month + 3);
}

function firstOf(year, month) {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}
