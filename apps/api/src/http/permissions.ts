import * as contract from '@azukari/contract';
import { ACTIONS, FRESH_SIGN_IN_MINUTES, LEVELS, may, refuseAtDoor, ROLES, WHOSE } from '@azukari/domain';
import type { Access, Asker } from '@azukari/domain';

const PEOPLE: readonly (readonly [name: string, who: Asker])[] = [
  ...ROLES.map((role) => [role, { role, level: null, owesFactor: false }] as const),
  ...LEVELS.map((level) => [level, { role: 'floor', level, owesFactor: false }] as const),
];

/** AT_THE_DOOR are those whom no column of the table tells apart. */
const AT_THE_DOOR: readonly (readonly [name: string, who: Asker | null, access: Access])[] = [
  ['nobody, at a public route', null, 'public'],
  ['nobody, at any other', null, 'appoint'],
  ['who still owes a second factor, at the routes that set it', manager(true), 'at-the-door'],
  ['who still owes a second factor, at any other', manager(true), 'appoint'],
  ['who may not', { role: 'floor', level: null, owesFactor: false }, 'appoint'],
  ['who may', manager(false), 'appoint'],
];

/** permissionsPage draws docs/permissions.md from the table, the door and the contract. */
export function permissionsPage(): string {
  const endpoints = contract.endpointsIn(contract);
  const kinds: readonly Access[] = ['public', 'at-the-door', 'signed-in', ...ACTIONS];
  return [
    '# Who may do what, and how each request is answered',
    '',
    'Written by `npm run permissions` from `MATRIX` (`libs/domain/src/access/may.ts`), the door (`door.ts`) and the `access` of each endpoint in',
    '`libs/contract`: the same that the guard of the server and the screens read. `apps/api/src/http/routes.spec.ts` compares this page with them',
    'and walks every route as each of these people.',
    '',
    '## Role and appointment of the day',
    '',
    "Somebody may what the account's role or the level of the appointment that is valid today allows; an auditor only what that role does,",
    'appointed or not. The columns of levels are floor staff who are appointed so.',
    '',
    ...table(
      ['Action', ...PEOPLE.map(([name]) => name)],
      ACTIONS.map((action) => [code(action), ...PEOPLE.map(([, who]) => (may(who, action) ? '✓' : '–'))]),
    ),
    '',
    '## Own facility, another, and what nobody knows',
    '',
    'An account belongs to one facility. What a request names by id is looked for there alone: a thing of another facility and one that does',
    'not exist are told alike, and only to who may ask at all.',
    '',
    ...table(
      ['Who asks', ...WHOSE],
      AT_THE_DOOR.map(([name, who, access]) => [
        name,
        ...WHOSE.map((whose) => {
          const no = refuseAtDoor(who, access, whose);
          return no === null ? 'answered' : code(no.kind);
        }),
      ]),
    ),
    '',
    '## What takes a fresh sign-in',
    '',
    `Who signed in more than ${String(FRESH_SIGN_IN_MINUTES)} minutes ago shows anew who she is, before what gives rights, opens another way in, or sends much out. What takes`,
    'away (leaving, ending, revoking) is never slowed:',
    '',
    ...endpoints.filter(({ fresh }) => fresh).map(({ name }) => `- ${code(name)}`),
    '',
    '## What each action opens',
    '',
    ...table(
      ['Access', 'Endpoint', 'Route'],
      kinds.flatMap((access) =>
        endpoints
          .filter((endpoint) => endpoint.access === access)
          .map(({ name, method, path }) => [code(access), name, code(`${method} ${path}`)]),
      ),
    ),
    '',
  ].join('\n');
}

function manager(owesFactor: boolean): Asker {
  return { role: 'manager', level: null, owesFactor };
}

function code(text: string): string {
  return `\`${text}\``;
}

/** Columns as wide as what stands in them, as the formatter would have it. */
function table(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = heading.map((_, n) => Math.max(...[heading, ...rows].map((row) => (row[n] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`;
  return [line(heading), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
