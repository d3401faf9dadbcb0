import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../testing/steps.mjs';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}
type Lock = Readonly<Record<string, Locked>>;
interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Lock };
const house = JSON.parse(textOf('package.json')) as Package;
const [, onServer = '', inBrowser = '', atInstall = ''] = textOf('docs/dependencies.md').split(/^## /m);
const namesIn = (section: string) => [...section.matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, name = '']) => name);
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

/** flawsOf names what in a lock file could bring something else than what was looked at. */
function flawsOf(lock: Lock): readonly string[] {
  const hosts = new Set<string>();
  const flaws = Object.entries(lock).flatMap(([path, { version, resolved, integrity, link }]) => {
    if (path === '' || link || !path.includes('node_modules/')) return [];
    const found: string[] = [];
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')) found.push('has no sha512');
    if (!/^\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/.test(version ?? '')) found.push('has no exact version');
    if (resolved !== undefined) {
      const url = URL.parse(resolved);
      if (url?.protocol !== 'https:') found.push('is not fetched by HTTPS');
      hosts.add(url?.host ?? '');
    }
    return found.map((flaw) => `${path} ${flaw}`);
  });
  return hosts.size > 1 ? [...flaws, 'packages come from more than one host'] : flaws;
}

test('the lock file names every package by version and SHA-512, from one registry', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(1_000);
  expect(flawsOf(packages)).toEqual([]);
});

test.each<[string, Locked, string]>([
  ['without a hash', { version: '1.0.0' }, 'has no sha512'],
  ['with a weak hash', { version: '1.0.0', integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'has no sha512'],
  ['from Git', { version: '1.0.0', resolved: 'git+ssh://git@example.com/a/b.git#abc' }, 'is not fetched by HTTPS'],
  ['over plain HTTP', { version: '1.0.0', resolved: 'http://registry.example/a.tgz' }, 'is not fetched by HTTPS'],
  ['from a file', { version: 'file:../a' }, 'has no exact version'],
])('an entry %s is refused', (_, entry, flaw) => {
  expect(flawsOf({ 'node_modules/a': entry }).join()).toContain(flaw);
});

test('an entry from a second host is refused', () => {
  const from = (host: string): Locked => ({
    version: '1.0.0',
    integrity: `sha512-${'A'.repeat(86)}==`,
    resolved: `https://${host}/a.tgz`,
  });
  expect(flawsOf({ 'node_modules/a': from('one.example'), 'node_modules/b': from('one.example') })).toEqual([]);
  expect(flawsOf({ 'node_modules/a': from('one.example'), 'node_modules/b': from('two.example') })).toHaveLength(1);
});

test('what the house asks for comes from the registry', () => {
  const asked = Object.entries({ ...house.dependencies, ...house.devDependencies });
  expect(asked.filter(([, range]) => !/^(npm:[\w@/-]+@)?[\^~]?\d+(\.\d+)*(-[\w.]+)?$/.test(range))).toEqual([]);
});

test('every script that an install could run was looked at, and those that may run have their reason', () => {
  const scripted = new Set(
    Object.entries(packages).flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [nameOf(path)] : [])),
  );
  expect(Object.keys(house.allowScripts).sort()).toEqual([...scripted].sort());
  const allowed = Object.entries(house.allowScripts).flatMap(([name, may]) => (may ? [name] : []));
  const reasons = namesIn(atInstall);
  const hasReason = (name: string) => reasons.includes(name) || reasons.includes(name.replace(/\/.*/, '/*'));
  expect(allowed.filter((name) => !hasReason(name))).toEqual([]);
  expect(reasons.filter((reason) => !allowed.some((name) => name.startsWith(reason.replace('*', ''))))).toEqual([]);
  expect(textOf('.npmrc')).toContain('strict-allow-scripts=true');
});

test('every package that runs on the server has its line, and no other', () => {
  expect(namesIn(onServer)).toEqual(Object.keys(house.dependencies).sort());
});

test('every package that runs in the browser has its line, and no other', () => {
  const imports = new Set<string>(['@fontsource/biz-udpgothic']);
  for (const file of readdirSync(join(ROOT, 'apps/web/src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(ts|scss)$/.test(file) || /\.spec\.ts$|testing|test-setup/.test(file)) continue;
    for (const [, name = ''] of textOf(join('apps/web/src', file)).matchAll(
      /(?:from|import\(|@use) ?'(@?[a-z][\w-]*\/[\w-]+|[a-z][\w-]*)/g,
    ))
      imports.add(name.startsWith('@') ? name : name.replace(/\/.*/, ''));
  }
  const installed = [...imports].filter((name) => name in house.devDependencies);
  expect(namesIn(inBrowser)).toEqual(installed.sort());
});
