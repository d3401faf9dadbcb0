import type { Machine } from '../ui/heartbeat';
import type { Notice } from './notice';

const ID = '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a11';

/** idOf is the nth id of these tests. */
export const idOf = (n: number): string => ID.slice(0, -2) + String(10 + n);

/** MACHINE is alive and has sent three mails today. */
export const MACHINE: Machine = {
  state: 'working',
  hold: null,
  missing: [],
  lastRunAt: '2026-11-22T06:04:00.000Z',
  lastAcceptedAt: '2026-11-21T23:00:00.000Z',
  acceptedToday: 3,
  pending: 0,
  failed: 0,
  nextDueOn: '2026-12-03',
};

/** CARD is the line of a notice about somebody's certificate. */
export const CARD: Notice['lines'][number] = {
  itemId: idOf(1),
  itemKind: 'my-number-card',
  label: null,
  resident: { id: idOf(2), name: '山田 ハナ', kana: 'やまだ はな', room: '203' },
  kind: 'certificate-expiry',
  date: '2026-12-10',
  why: null,
};

/** aNotice is a call to a daughter, but for what is given. */
export function aNotice(part: Partial<Notice> = {}): Notice {
  return {
    id: idOf(3),
    channel: 'phone',
    state: 'open',
    madeOn: '2026-11-22',
    settledAt: null,
    attempts: 0,
    triedOn: null,
    contact: { id: idOf(4), name: '山田 良子', relation: '長女', phone: '03（1234）5678' },
    lines: [CARD],
    replyCode: '7K3M9P',
    answers: [],
    ...part,
  };
}

/** anAnswer is hers: she goes herself, and comes for the card on that day. */
export function anAnswer(part: Partial<Notice['answers'][number]> = {}): Notice['answers'][number] {
  return {
    id: idOf(5),
    answer: 'self-renewal',
    on: '2026-11-22',
    plannedOn: '2026-11-25',
    way: 'link',
    task: 'prepare-pick-up',
    taskClosedOn: null,
    ...part,
  };
}
