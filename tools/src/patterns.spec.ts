import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyse } from 'scslre';
import ts from 'typescript';
import { ROOT } from '../testing/steps.mjs';

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** slow is what makes a pattern's time grow faster than the text; a text that does not match is asked of it, as the worst of them. */
function slow({ source, flags }: Pattern): readonly string[] {
  return analyse({ source, flags }, { maxReports: 1 }).reports.map(({ type }) => `${type}: /${source}/${flags}`);
}

/** literalsOf are the patterns that a file writes out. */
function literalsOf(file: string): readonly Pattern[] {
  const found: Pattern[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

/** Of the Python that examines a pack: each has to fit the whole of a line. */
const python = [
  ...readFileSync(join(ROOT, 'tools/verify/verify.py'), 'utf8').matchAll(/\bre\.\w+\(r?f?"([^"]+)"/g),
].map(([, source = '']) => ({ source: `^(?:${source.replace('{UUID}', '[0-9a-f-]{36}')})$`, flags: '' }));

/** Whatever reads what comes from outside: the server, its two libraries, and the examination of a pack. */
const files = ['apps/api/src', 'libs/domain/src', 'libs/contract/src', 'tools/verify'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|testing\//.test(file))
    .map((file) => join(folder, file)),
);

test('no pattern that is written out takes longer than the text is long', () => {
  const patterns = files.flatMap(literalsOf);
  expect(patterns.length).toBeGreaterThan(200);
  expect(python.length).toBeGreaterThan(4);
  expect([...patterns, ...python].flatMap(slow)).toEqual([]);
});

test('and none that a module puts together when it is loaded', async () => {
  const making = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('RegExp('));
  const made: Pattern[] = [];
  const plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(plain, {
    construct: (target, [pattern, flags]: [string | RegExp, string?]) => {
      const built = new target(pattern, flags);
      made.push(built);
      return built;
    },
  });
  try {
    for (const file of making) await import(pathToFileURL(join(ROOT, file)).href);
  } finally {
    globalThis.RegExp = plain;
  }
  expect(made.length).toBeGreaterThanOrEqual(making.length);
  expect(made.flatMap(slow)).toEqual([]);
});

test.each([
  ['a repetition within one', '^(a+)+$'],
  ['neighbours that take from each other', '^a*b?a*$'],
  ['a beginning that is tried everywhere', 'a+$'],
])('%s is seen', (_, source) => {
  expect(slow({ source, flags: '' })).toHaveLength(1);
});
