import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOMS = '@nx/enforce-module-boundaries';
const FOLDERS = 'azukari/feature-folders';

const importOf = (path: string) => `import { it } from '${path}';\nexport const that = it;\n`;

/** Deliberately wrong lines: where, what, and the rule that has to refuse it. */
const WRONG: [path: string, text: string, rule: string][] = [
  ['libs/domain/src/wrong.ts', importOf('node:fs'), 'no-restricted-imports'],
  ['libs/domain/src/wrong.ts', importOf('fs'), 'no-restricted-imports'],
  ['libs/domain/src/wrong.ts', importOf('zod'), ROOMS],
  ['libs/domain/src/wrong.ts', importOf('fast-check'), ROOMS],
  ['libs/domain/src/wrong.ts', importOf('@azukari/contract'), ROOMS],
  ['libs/domain/src/wrong.ts', importOf('../../contract/src/index.ts'), ROOMS],
  ['libs/contract/src/wrong.ts', importOf('typeorm'), ROOMS],
  ['libs/contract/src/wrong.ts', importOf('node:crypto'), 'no-restricted-imports'],
  ['libs/contract/src/wrong.ts', importOf('temporal-polyfill'), ROOMS],
  ['apps/web/src/app/today/wrong.ts', importOf('@nestjs/common'), ROOMS],
  ['apps/web/src/app/today/wrong.ts', importOf('typeorm'), ROOMS],
  ['apps/web/src/app/today/wrong.ts', importOf('node:crypto'), 'no-restricted-imports'],
  ['apps/web/src/app/today/wrong.ts', importOf('../check-out/basket.ts'), FOLDERS],
  ['apps/web/src/app/today/wrong.ts', "export const page = () => import('../check-out/basket.ts');\n", FOLDERS],
  ['apps/api/src/custody/wrong.ts', importOf('@angular/core'), ROOMS],
  ['apps/api/src/custody/wrong.ts', importOf('@azukari/tools/postgres'), ROOMS],
  ['apps/api/src/custody/wrong.ts', importOf('../residents/resident.row.ts'), FOLDERS],
  ['apps/api/src/custody/wrong.ts', "export { it } from '../residents/resident.row.ts';\n", FOLDERS],
  ['apps/web-e2e/journeys/wrong.ts', importOf('typeorm'), ROOMS],
  ['tools/wrong.mjs', importOf('@azukari/contract'), ROOMS],
  ['libs/domain/src/wrong.ts', importOf('not-in-package-json'), ROOMS],
];

/** Lines that are refused for another reason than where they point. */
const UNSPEAKABLE: [path: string, text: string, rule: string][] = [
  ['apps/api/src/custody/wrong.ts', 'export const port = process.env;\n', 'no-restricted-properties'],
  ['apps/api/src/custody/wrong.ts', 'export const go = (it) => it.dataSource.transaction();\n', 'no-restricted-syntax'],
  ['apps/api/src/custody/wrong.ts', 'export const it = { synchronize: true };\n', 'no-restricted-syntax'],
  [
    'apps/web/src/app/ui/wrong.ts',
    "export const it = (at) => at.bypassSecurityTrustHtml('');\n",
    'no-restricted-syntax',
  ],
  ['apps/web/src/app/ui/wrong.ts', "export const it = (at) => (at.innerHTML = '');\n", 'no-restricted-syntax'],
  ['apps/web/src/app/ui/wrong.html', '<p [innerHTML]="words"></p>\n', 'no-restricted-syntax'],
  ['apps/web/src/app/ui/wrong.html', '<img src="card.svg" />\n', '@angular-eslint/template/alt-text'],
  ['libs/domain/src/wrong.ts', 'export const it: any = 1;\n', '@typescript-eslint/no-explicit-any'],
  ['libs/domain/src/wrong.ts', 'export const it = (at?: number) => at!;\n', '@typescript-eslint/no-non-null-assertion'],
  ['libs/domain/src/wrong.ts', '\n'.repeat(401), 'max-lines'],
];

const RIGHT: [path: string, text: string][] = [
  ['libs/domain/src/right.ts', importOf('./instant.ts')],
  ['libs/domain/src/right.ts', importOf('temporal-polyfill')],
  ['libs/domain/src/right.spec.ts', importOf('fast-check')],
  ['libs/domain/src/right.spec.ts', importOf('node:crypto')],
  ['libs/contract/src/right.ts', importOf('zod')],
  ['libs/contract/src/right.ts', importOf('@azukari/domain')],
  ['apps/api/src/custody/right.ts', importOf('@azukari/contract')],
  ['apps/api/src/custody/right.ts', importOf('typeorm')],
  ['apps/api/src/custody/right.ts', importOf('../database/unit-of-work.ts')],
  ['apps/api/src/custody/right.ts', importOf('../residents/residents.service.ts')],
  ['apps/api/src/config.ts', 'export const port = process.env;\n'],
  ['apps/api/test/right.spec.ts', importOf('@azukari/tools/postgres')],
  ['apps/web/src/app/today/right.ts', importOf('@azukari/domain')],
  ['apps/web/src/app/today/right.ts', importOf('../ui/kind-shape.ts')],
  ['apps/web-e2e/journeys/right.ts', importOf('@azukari/contract')],
  ['tools/right.mjs', importOf('@azukari/domain')],
];

let answers: string[][] = [];
const cases = [...WRONG, ...UNSPEAKABLE, ...RIGHT].map(([path, text]) => ({ path, text }));

beforeAll(() => {
  const linter = fileURLToPath(new URL('../lint/lint-texts.mjs', import.meta.url));
  const printed = execFileSync(process.execPath, [linter], { input: JSON.stringify(cases), encoding: 'utf8' });
  answers = JSON.parse(printed) as string[][];
});

const answerTo = (index: number) => answers[index] ?? ['not linted'];

describe('the arrows between the rooms', () => {
  test.each(WRONG.map((line, index) => [...line, index] as const))(
    '%s may not say %j: %s',
    (_path, _text, rule, index) => {
      expect(answerTo(index)).toContain(rule);
    },
  );

  test.each(UNSPEAKABLE.map((line, index) => [...line, index] as const))(
    'in %s nobody writes %j: %s',
    (_path, _text, rule, index) => {
      expect(answerTo(WRONG.length + index)).toContain(rule);
    },
  );

  test.each(RIGHT.map((line, index) => [...line, index] as const))('%s may say %j', (_path, _text, index) => {
    expect(answerTo(WRONG.length + UNSPEAKABLE.length + index)).toEqual([]);
  });
});
