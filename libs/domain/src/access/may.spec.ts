import { ACTIONS, LEVELS, may } from './may.ts';
import type { Action, Level, Role } from './may.ts';

/** The table 「Who may do what」, as it is agreed. The last column stands for both deputy and responsible. */
const TABLE = `
| Action                                          | auditor       | floor | emergency-only | handler       | deputy, responsible |
| see the board                                   | ✓             | ✓     | ✓              | ✓             | ✓                   |
| see profile                                     | ✓             | –     | –              | ✓             | ✓                   |
| 救急, もどす, さがしています, 一時保管          | –             | ✓     | ✓              | ✓             | ✓                   |
| 出す, 替える, あとから記録 (own), count, give back to her | –   | –     | –              | ✓             | ✓                   |
| あとから記録 of what a colleague carried        | –             | –     | –              | –             | ✓                   |
| お預かりする, hand-over, cancel, amend, 紛失, review | –        | –     | –              | –             | ✓                   |
| 毎月の照合                                      | second person | –     | –              | second person | ✓                   |
| 鍵の受け渡し                                    | –             | –     | ✓              | ✓             | ✓                   |
| 毎月の照合を、もう一人として確かめる            | ✓             | –     | –              | ✓             | ✓                   |
`;

const ACTIONS_OF: Readonly<Record<string, readonly Action[]>> = {
  'see the board': ['see-board'],
  'see profile': ['see-profile'],
  '救急, もどす, さがしています, 一時保管': ['check-out-emergency', 'check-in', 'search', 'hold-temporarily'],
  '出す, 替える, あとから記録 (own), count, give back to her': [
    'check-out',
    'change',
    'enter-late',
    'count',
    'return-to-resident',
  ],
  'あとから記録 of what a colleague carried': ['enter-late-for-others'],
  'お預かりする, hand-over, cancel, amend, 紛失, review': [
    'take-in',
    'hand-over',
    'cancel',
    'amend',
    'report-missing',
    'review-emergency',
  ],
  毎月の照合: ['reconcile'],
  鍵の受け渡し: ['hold-keys'],
  '毎月の照合を、もう一人として確かめる': ['confirm-reconciliation'],
};

const PEOPLE: Readonly<Record<string, readonly { readonly role: Role; readonly level: Level | null }[]>> = {
  auditor: [{ role: 'auditor', level: null }],
  floor: [{ role: 'floor', level: null }],
  'emergency-only': [{ role: 'floor', level: 'emergency-only' }],
  handler: [{ role: 'floor', level: 'handler' }],
  'deputy, responsible': [
    { role: 'floor', level: 'deputy' },
    { role: 'floor', level: 'responsible' },
  ],
};

const [heading = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const columns = heading.slice(1);
const cells = rows.flatMap(([name = '', ...marks]) =>
  marks.flatMap((mark, n) =>
    (ACTIONS_OF[name] ?? []).flatMap((action) =>
      (PEOPLE[columns[n] ?? ''] ?? []).map((person) => ({ action, ...person, mark, column: columns[n] })),
    ),
  ),
);

describe('who may do what', () => {
  test('premise: the table is read whole', () => {
    expect(columns).toEqual(Object.keys(PEOPLE));
    expect(rows.map(([name]) => name)).toEqual(Object.keys(ACTIONS_OF));
    expect(cells).toHaveLength(21 * 6);
    expect([...new Set(cells.map(({ mark }) => mark))].sort()).toEqual(['second person', '–', '✓']);
    expect(cells.filter(({ mark }) => mark === '✓')).toHaveLength(6 + 4 + 4 * 5 + 5 * 3 + 2 + 6 * 2 + 2 + 4 + 4);
  });

  // The second person of the monthly reconciliation stands by; what she does is the row below.
  test.each(cells)('$action by $column ($level) is $mark', ({ action, role, level, mark }) =>
    expect(may({ role, level }, action)).toBe(mark === '✓'),
  );
});

/** What the roles add, and what nobody's level decides. */
const ROLES_ADD: readonly (readonly [Action, string, string, string, string, string])[] = [
  // action           floor  handler  manager  admin  auditor
  ['move', '–', '✓', '–', '–', '–'],
  ['read-record', '✓', '✓', '✓', '✓', '✓'],
  ['appoint', '–', '–', '✓', '–', '–'],
  ['confirm-appointment', '–', '–', '✓', '✓', '✓'],
  ['keep-residents', '–', '–', '✓', '–', '–'],
  ['keep-agreements', '–', '–', '✓', '–', '–'],
  ['keep-contacts', '–', '–', '✓', '–', '–'],
  ['keep-deadlines', '–', '–', '✓', '–', '–'],
  ['keep-notices', '–', '–', '✓', '–', '–'],
  ['keep-storages', '–', '–', '✓', '–', '–'],
  ['print-forms', '–', '✓', '✓', '–', '✓'],
  ['keep-accounts', '–', '–', '✓', '✓', '–'],
  ['keep-settings', '–', '–', '✓', '✓', '–'],
  ['read-settings', '–', '–', '✓', '✓', '✓'],
  ['export-record', '–', '–', '✓', '–', '✓'],
  ['review-views', '–', '–', '✓', '–', '–'],
  ['erase', '–', '–', '✓', '–', '–'],
  ['confirm-erasure', '–', '–', '✓', '–', '✓'],
  ['explain-gap', '–', '–', '✓', '✓', '–'],
  ['confirm-gap', '–', '–', '✓', '✓', '✓'],
  ['see-overview', '–', '–', '–', '–', '✓'],
];

describe('what the roles add', () => {
  test.each(ROLES_ADD)('%s: floor %s, handler %s, manager %s, admin %s, auditor %s', (action, ...marks) => {
    const people = [
      { role: 'floor', level: null },
      { role: 'floor', level: 'handler' },
      { role: 'manager', level: null },
      { role: 'admin', level: null },
      { role: 'auditor', level: null },
    ] as const;
    expect(people.map((person) => (may(person, action) ? '✓' : '–'))).toEqual(marks);
  });

  test('the two tables name every action once', () =>
    expect([...Object.values(ACTIONS_OF).flat(), ...ROLES_ADD.map(([action]) => action)].sort()).toEqual(
      [...ACTIONS].sort(),
    ));

  const MOVES = Object.values(ACTIONS_OF).flat().slice(2);

  test.each(['manager', 'admin'] as const)(
    '%s without an appointment moves nothing beyond what the floor may',
    (role) =>
      expect(MOVES.filter((action) => may({ role, level: null }, action))).toEqual(
        MOVES.filter((action) => may({ role: 'floor', level: null }, action)),
      ),
  );

  test.each(LEVELS)('an auditor who is appointed %s still only reads', (level) =>
    expect(ACTIONS.filter((action) => may({ role: 'auditor', level }, action))).toEqual(
      ACTIONS.filter((action) => may({ role: 'auditor', level: null }, action)),
    ),
  );

  test.each(LEVELS)('%s takes nothing away from a manager', (level) =>
    expect(
      ACTIONS.filter(
        (action) => may({ role: 'manager', level: null }, action) && !may({ role: 'manager', level }, action),
      ),
    ).toEqual([]),
  );
});
