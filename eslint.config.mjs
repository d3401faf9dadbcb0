import { builtinModules } from 'node:module';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { boundaries, specBoundaries } from './tools/lint/boundaries.mjs';
import { featureFolders } from './tools/lint/feature-folders.mjs';

// The boundary rule passes everything, without a word, when Nx has no project graph yet: make it first.
process.env.NX_DAEMON ??= 'false';
await createProjectGraphAsync();

const SPECS = ['**/*.spec.ts', '**/testing/**/*.ts', 'apps/api/test/**/*.ts', 'apps/web-e2e/**/*.ts'];
const SCRIPTS = ['**/*.mjs', '**/*.js'];
const NODE_MODULES = builtinModules.filter((name) => !name.startsWith('_') && !name.includes('/'));

/** What no line may say, with the reason that the reader is told. */
const UNSPEAKABLE = [
  {
    selector: 'MemberExpression[property.name=/^bypassSecurityTrust/]',
    message: "Angular's sanitiser stays on.",
  },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Text is bound, never parsed as HTML.',
  },
  {
    selector:
      "CallExpression[callee.property.name='transaction']:matches([callee.object.name=/dataSource|manager/i], [callee.object.property.name=/dataSource|manager/i])",
    message: 'All writes go through the one unit of work: a second transaction on SQLite nests inside the first.',
  },
  {
    selector: 'TSEnumDeclaration',
    message: 'A union of texts: what goes over the wire is what the type says.',
  },
  {
    selector: "Property[key.name='synchronize'][value.value=true]",
    message: 'Tables come from migrations.',
  },
  {
    selector: "ImportDeclaration[source.value='zod'][importKind='value'] > ImportSpecifier[imported.name='z']",
    message: 'import * as z: of the object z a tablet would load all, errors in forty languages among them.',
  },
  {
    selector:
      ':matches(ObjectExpression > SpreadElement > ObjectExpression, :matches(ArrayExpression, CallExpression) > SpreadElement > ArrayExpression)',
    message: 'What is written in place needs no spread.',
  },
];

const MANY_PARAMETERS = {
  // A constructor is handed what its class works with by name and type; every other list that long is an object.
  selector:
    ":matches(FunctionDeclaration, TSDeclareFunction, ArrowFunctionExpression, MethodDefinition[kind!='constructor'] > FunctionExpression)[params.length>4]",
  message: 'More than four parameters: hand over an object.',
};

const LIMITS = {
  'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: 70 }],
  'no-restricted-syntax': ['error', ...UNSPEAKABLE, MANY_PARAMETERS],
};

const TYPESCRIPT = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
};

const NO_ENVIRONMENT = {
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'apps/api/src/config.ts is the only reader of the environment.' },
  ],
};

const noNode = (message) => ({
  'no-restricted-imports': [
    'error',
    { paths: NODE_MODULES.map((name) => ({ name, message })), patterns: [{ group: ['node:*'], message }] },
  ],
});

export default tseslint.config(
  { ignores: ['**/dist/', '**/coverage/', '.nx/', '**/.angular/', 'test-results/', '**/playwright-report/', 'data/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { plugins: { '@nx': nx, azukari: { rules: { 'feature-folders': featureFolders } } } },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    rules: { ...LIMITS, ...TYPESCRIPT, ...NO_ENVIRONMENT, ...boundaries() },
  },
  {
    files: ['libs/**/*.ts'],
    rules: noNode('A lower room runs in the tablet too: nothing of Node.'),
  },
  {
    files: ['apps/web/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      ...noNode('This runs in a browser.'),
      'azukari/feature-folders': [
        'error',
        { root: 'apps/web/src/app', shared: ['ui', 'layout', 'session', 'api', 'i18n'], doors: false },
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'BoundAttribute[name=/^(innerHTML|outerHTML)$/]', message: 'Text is bound, never parsed as HTML.' },
      ],
    },
  },
  {
    files: ['apps/api/**/*.ts'],
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      'azukari/feature-folders': [
        'error',
        { root: 'apps/api/src', shared: ['http', 'session', 'database', 'ledger', 'items', 'testing'], doors: true },
      ],
    },
  },
  {
    files: [
      'apps/api/src/config.ts',
      'apps/api/test/**/*.ts',
      'apps/api/**/*.spec.ts',
      'apps/web-e2e/**/*.ts',
      'tools/**/*.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // A migration is one long text of SQL, a paper one long description of what stands where; cutting would hide the order.
    files: ['apps/api/src/database/migrations/*.ts', 'apps/api/src/forms/paper/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: SPECS,
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...UNSPEAKABLE],
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      ...specBoundaries,
    },
  },
  {
    files: SCRIPTS,
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    rules: { ...LIMITS, 'prefer-const': 'error', 'no-var': 'error', eqeqeq: 'error', ...boundaries() },
  },
  {
    // These name a file at the root of the repository, which is no room.
    files: ['**/*.config.mjs', 'apps/api/jest.*.mjs'],
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
);
