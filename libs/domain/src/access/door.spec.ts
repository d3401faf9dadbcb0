import { refuseAtDoor, WHOSE } from './door.ts';
import type { Asker } from './door.ts';

const manager: Asker = { role: 'manager', level: null, owesFactor: false };
const floor: Asker = { role: 'floor', level: null, owesFactor: false };

describe('the door', () => {
  test.each([
    ['nobody at a public route', null, 'public', null],
    ['nobody elsewhere', null, 'signed-in', { kind: 'not-signed-in' }],
    ['who owes a factor, where it is set', { ...manager, owesFactor: true }, 'at-the-door', null],
    ['who owes a factor, elsewhere', { ...manager, owesFactor: true }, 'signed-in', { kind: 'factor-missing' }],
    ['who may', manager, 'appoint', null],
    ['who may not', floor, 'appoint', { kind: 'not-allowed', action: 'appoint', level: null }],
    ['any session', floor, 'signed-in', null],
  ] as const)('%s', (_, asker, access, no) => expect(refuseAtDoor(asker, access)).toEqual(no));

  test("another facility's things are those that nobody knows, and forbidden things are forbidden first", () => {
    const answers = (asker: Asker) => WHOSE.map((whose) => refuseAtDoor(asker, 'appoint', whose)?.kind);
    expect(answers(manager)).toEqual([undefined, 'not-found', 'not-found']);
    expect(answers(floor)).toEqual(['not-allowed', 'not-allowed', 'not-allowed']);
  });
});
