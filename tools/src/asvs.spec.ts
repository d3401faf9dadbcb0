import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../testing/steps.mjs';

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const document = textOf('docs/asvs.md');
const rows = [...document.matchAll(/^\| (\d+\.\d+\.\d+) +\| ([123]) +\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm)].map(
  ([, id = '', level = '', words = '', verdict = '', where = '']) => ({ id, level, words, verdict, where }),
);

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has. */
const SECTIONS: Readonly<Record<string, number>> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '9.1': 3,
  '9.2': 4,
  '10.1': 2,
  '10.2': 2,
  '10.3': 4,
  '10.4': 11,
  '10.5': 5,
  '10.6': 2,
  '10.7': 3,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 4,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '15.1': 3,
  '15.2': 3,
  '15.3': 7,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
  '17.1': 1,
  '17.2': 4,
  '17.3': 2,
};

/** anchorOf is how GitHub names a heading in an address. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- ]/gu, '')
    .replaceAll(' ', '-');

function flawOf(reference: string): string | null {
  const [test = '', title] = reference.split(' › ');
  const [path = '', anchor] = title === undefined ? reference.split('#') : [test];
  if (!existsSync(join(ROOT, path))) return `${path} is not there`;
  const text = textOf(path);
  if (title !== undefined) return text.includes(title) ? null : `${path} has no test "${title}"`;
  const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
  return anchor === undefined || anchors.includes(anchor) ? null : `${path} has no section #${anchor}`;
}

test('every requirement of levels 1 and 2 is there, once', () => {
  const counted: Record<string, number> = {};
  for (const { id, level } of rows) {
    const section = id.replace(/\.\d+$/, '');
    counted[section] = (counted[section] ?? 0) + Number(level !== '3');
  }
  expect(counted).toMatchObject(SECTIONS);
  expect(rows.filter(({ level }) => level !== '3')).toHaveLength(253);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(document.match(/^\| \d/gm)).toHaveLength(rows.length);
});

test('every verdict is one of three, and the counts in the head are those of the list', () => {
  const count = (verdict: RegExp): number => rows.filter((row) => verdict.test(row.verdict)).length;
  const [met, not, gap] = [count(/^met$/), count(/^not applicable: \S/), count(/^GAP: \S/)];
  expect(met + not + gap).toBe(rows.length);
  expect(document).toContain(
    `${String(rows.length)} requirements: ${String(met)} met, ${String(not)} not applicable, ${String(gap)} with a gap.`,
  );
});

test('what is met is shown, by tests and sections that exist', () => {
  const flaws = rows.flatMap(({ id, verdict, where }) => {
    const named = [...where.matchAll(/`([^`]+)`/g)].map(([, reference = '']) => flawOf(reference));
    return [verdict === 'met' && named.length === 0 ? 'nothing shows it' : null, ...named].flatMap((flaw) =>
      flaw === null ? [] : [`${id}: ${flaw}`],
    );
  });
  expect(flaws).toEqual([]);
});

test('a test, a section and a file that are not there are seen', () => {
  expect(flawOf('docs/glossary.md › a title that nobody wrote')).toContain('no test');
  expect(flawOf('docs/security.md#nowhere')).toContain('no section');
  expect(flawOf('docs/nowhere.md')).toContain('is not there');
});

const CRYPTOGRAPHY =
  /from '(node:crypto|@node-rs\/argon2|age-encryption|@simplewebauthn\/server|@peculiar\/x509)'|crypto\.subtle/;

test('every file that reaches for cryptography is in the one list of it', () => {
  const list = textOf('docs/cryptography.md');
  const files = ['apps/api/src', 'libs/domain/src', 'libs/contract/src', 'tools/certificate'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|testing\//.test(file))
      .filter((file) => CRYPTOGRAPHY.test(textOf(join(folder, file)).replace(/import \{ randomUUID \}.*/, '')))
      .map((file) => (folder === 'tools/certificate' ? join(folder, file) : file)),
  );
  expect(files.length).toBeGreaterThan(15);
  expect(files.filter((file) => !list.includes(`\`${file}\``))).toEqual([]);
});

test('every field of a password hides it until its person asks, and nothing keeps a paste or a password manager away', () => {
  const pages = readdirSync(join(ROOT, 'apps/web/src/app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(html|ts)$/.test(file) && !file.endsWith('.spec.ts'))
    .map((file) => textOf(join('apps/web/src/app', file)));
  const fields = pages.flatMap(
    (page) => page.match(/<input\b[^>]*autocomplete="(?:current|new)-password"[^>]*>/g) ?? [],
  );
  const named = pages.flatMap((page) => page.match(/<input\b[^>]*name="(?:password|current|next)"[^>]*>/g) ?? []);
  expect(fields.length).toBeGreaterThan(5);
  expect(named.filter((field) => !fields.includes(field))).toEqual([]);
  for (const field of fields) expect(field).toMatch(/ type="password"|\[type\]="shown\(\) \? 'text' : 'password'"/);
  expect(pages.filter((page) => /\(paste\)|onpaste|'paste'|autocomplete="off"[^>]*password/.test(page))).toEqual([]);
});

const SERVER = ['apps/api/src', 'libs/domain/src', 'libs/contract/src'];

test.each<[what: string, pattern: RegExp, folders: readonly string[], known: readonly string[]]>([
  [
    'runs a shell',
    /\{[^}]*\b(exec|execSync|spawn|spawnSync)\b[^}]*\} from 'node:child_process'|shell: true/,
    SERVER,
    [],
  ],
  ['runs a text as code', /\beval\(|new Function\(|from 'node:vm'/, [...SERVER, 'apps/web/src/app'], []],
  ['draws a number that can be guessed', /Math\.random/, [...SERVER, 'apps/web/src/app'], []],
  [
    'makes a pattern of what it does not know',
    /\bRegExp\(/,
    [...SERVER, 'apps/web/src/app'],
    [
      'apps/api/src/notices/words/easy/hours.ts',
      'libs/domain/src/ledger/entry-types.ts',
      'libs/domain/src/ledger/leaf.ts',
      'libs/domain/src/secrets/listed-number.ts',
      'libs/domain/src/secrets/near.ts',
      'libs/domain/src/secrets/personal-number.ts',
    ],
  ],
  [
    'keeps anything in the browser but language, brightness, and the numbers and times of a sheet that is being copied',
    /\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b/,
    ['apps/web/src/app'],
    ['apps/web/src/app/late-entry/kept-sheet.ts', 'apps/web/src/app/layout/preferences.ts'],
  ],
  [
    'opens a connection to anybody but the mail server and the database',
    /\bfetch\(|\b(connect|request)\b[^;]*from 'node:(net|tls|http|https|http2)'|from '(node:(dgram|dns)|nodemailer\/lib\/smtp[^']*|undici|pg)'/,
    SERVER,
    // Itself, asked by doctor on the loopback; the database; the mail server.
    [
      'apps/api/src/database/bigint-is-number.ts',
      'apps/api/src/database/postgres-reader.ts',
      'apps/api/src/doctor/house.ts',
      'apps/api/src/notices/notices.connection.ts',
    ],
  ],
  ['listens to other windows', /'message'|onmessage/, ['apps/web/src/app'], []],
])('no line %s', (_, pattern, folders, known) => {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|testing\//.test(file))
      .map((file) => join(folder, file)),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => pattern.test(textOf(file))).sort()).toEqual(known);
});
