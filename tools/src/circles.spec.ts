import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const FILES = globSync('{apps,libs,tools}/**/*.{ts,mts,mjs}', {
  cwd: ROOT,
  exclude: ['**/node_modules/**', '**/dist/**'],
});
const KNOWN = new Set(FILES);
/** What a file imports or exports again by a relative path, types included; what it loads later is no circle. */
const RELATIVE = /^(?:import|export)\b[^;]*?\bfrom '(\.[^']+)'|^import '(\.[^']+)'/gm;

/** importsOf reads, of each file, the files of ours that it names. */
function importsOf(read: (file: string) => string): Map<string, readonly string[]> {
  const resolved = (file: string, path: string): string | undefined => {
    const plain = join(dirname(file), path);
    return [plain, `${plain}.ts`, join(plain, 'index.ts')].find((candidate) => KNOWN.has(candidate));
  };
  return new Map(
    FILES.map((file) => [
      file,
      [...read(file).matchAll(RELATIVE)].flatMap(([, from, bare]) => resolved(file, from ?? bare ?? '') ?? []),
    ]),
  );
}

/** circleIn is one way that leads from a file back to itself, or null. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const way: string[] = [];
  const walk = (file: string): readonly string[] | null => {
    if (done.has(file)) return null;
    const at = way.indexOf(file);
    if (at >= 0) return [...way.slice(at), file];
    way.push(file);
    for (const next of imports.get(file) ?? []) {
      const found = walk(next);
      if (found) return found;
    }
    way.pop();
    done.add(file);
    return null;
  };
  for (const file of imports.keys()) {
    const found = walk(file);
    if (found) return found;
  }
  return null;
}

const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

test('no file imports itself by way of others', () => {
  expect(FILES.length).toBeGreaterThan(1000);
  expect(circleIn(importsOf(text))).toBeNull();
});

test('a circle is seen, by types and by what is exported again', () => {
  const head = relative(ROOT, join(ROOT, 'apps/api/src/ledger/head.ts'));
  const circular = (file: string): string =>
    file === head ? `export type {\n  Ledger,\n} from './ledger.ts';\n${text(file)}` : text(file);
  expect(circleIn(importsOf(circular))).toEqual(expect.arrayContaining([head]));
});
