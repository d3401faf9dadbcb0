import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '../browser.mjs';
import { memoryFolder } from '../memory.mjs';

/** ROOT is the folder of the repository. */
export const ROOT = join(import.meta.dirname, '../..');

const module = (path) => join(ROOT, 'node_modules', path);
const own = module(process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node');

/** NODE is the runtime the house ships with, also when a machine's own older one started us. */
export const NODE = existsSync(own) ? own : process.execPath;

/** TypeScript's native compiler: it says the same, several times as fast. What is built comes from the one that Angular needs. */
const TSC = module('typescript-native/bin/tsc');

/** A check is one step that passes or fails as a whole; each command is a program's arguments under our Node. */
const check = (name, commands, more = {}) => ({ name, kind: 'check', commands, ...more });

const jest = (name, config, { zone = 'Asia/Tokyo', only = [], env = {}, ...more } = {}) => ({
  name,
  kind: 'jest',
  needs: config,
  // One worker: two steps run at once already, and the domain is quick.
  commands: [[module('jest/bin/jest.js'), '-c', config, '--ci', '--maxWorkers=1', ...only]],
  env: { TZ: zone, ...env },
  ...more,
});

/** Where a day begins depends on the zone of the machine, so these suites run in three of them. */
const DATE_SUITES = ['--passWithNoTests', '--testPathPatterns=(day|date|time|instant|deadline|month|year|clock|due)'];
/** Bytes know no day, and what the simulator drives is asked in every zone by its own suites: such long ones run once. */
const DAYLESS = ['--testPathIgnorePatterns=/(ledger/|secrets/forbidden|custody/properties|reminders/simulator)'];
const zones = (name, config, only) => [
  jest(`${name}, UTC`, config, { zone: 'UTC', only }),
  jest(`${name}, America/Los_Angeles`, config, { zone: 'America/Los_Angeles', only }),
];

/** What the houses of a hundred suites leave behind is given back now and then. */
const ANEW = ['--workerIdleMemoryLimit=1500MB'];
/** Hundreds of houses are opened and thrown away: they lie in memory where there is room. */
const HOUSES = { TMPDIR: memoryFolder() ?? process.env.TMPDIR };
/** A step on one database must not meet the other's address in a developer's shell. */
const NO_POSTGRES = { DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined };

/** STEPS is everything, in the order in which it is started: what others wait for first, then the longest. */
export const STEPS = [
  // What the tablet's templates say of types, the build says.
  check('types', [
    [TSC, '-b', 'libs/contract/tsconfig.lib.json'],
    ...['libs/domain', 'libs/contract', 'tools'].map((room) => [TSC, '-p', room, '--noEmit']),
    [TSC, '-p', 'apps/api', '--noEmit'],
    [TSC, '-p', 'apps/web/tsconfig.spec.json', '--noEmit'],
    [TSC, '-p', 'apps/web-e2e', '--noEmit'],
  ]),
  check(
    'build',
    [
      [module('nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--output-style=static'],
      [join(ROOT, 'tools/compress.mjs')],
    ],
    { after: ['types'] },
  ),
  check('lint', [
    [module('eslint/bin/eslint.js'), '.', '--max-warnings=0'],
    [module('oxlint/bin/oxlint'), '--deny-warnings'],
  ]),
  jest('api on PostgreSQL', 'apps/api/jest.postgres.config.mjs', { only: ANEW, after: ['build'], env: HOUSES }),
  jest('api on SQLite', 'apps/api/jest.config.mjs', {
    only: ANEW,
    after: ['build'],
    env: { ...HOUSES, ...NO_POSTGRES },
  }),
  {
    name: 'journeys',
    kind: 'playwright',
    after: ['build'],
    needs: 'apps/web-e2e/playwright.config.ts',
    commands: [
      [module('@playwright/test/cli.js'), 'test', '-c', 'apps/web-e2e', '--reporter=list,json', '--forbid-only'],
    ],
    env: { ...HOUSES, ...NO_POSTGRES },
    prepare: async () => ({ CHROMIUM: await chromium() }),
  },
  jest('web', 'apps/web/jest.config.mjs'),
  jest('domain', 'libs/domain/jest.config.mjs'),
  jest('every branch of the ledger', 'libs/domain/jest.branches.config.mjs'),
  ...zones('domain', 'libs/domain/jest.config.mjs', DAYLESS),
  ...zones('web dates', 'apps/web/jest.config.mjs', DATE_SUITES).map((step) => ({ ...step, mayBeEmpty: true })),
  jest('contract', 'libs/contract/jest.config.mjs'),
  jest('tools', 'tools/jest.config.mjs'),
  check('format', [[module('prettier/bin/prettier.cjs'), '--check', '.']]),
];
