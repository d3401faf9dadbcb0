import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOM = join(import.meta.dirname, '../../apps/web-e2e');

/** The journeys of a worker share one house, where two accounts of one name are refused. */
test('no two journeys bring colleagues of the same name', () => {
  const named = globSync('journeys/**/*.ts', { cwd: ROOM }).flatMap((file) =>
    [...readFileSync(join(ROOM, file), 'utf8').matchAll(/\.staff\(\s*'([^']+)'/g)].map(
      ([, name]) => `${String(name)} (${file})`,
    ),
  );
  const nameOf = (entry: string): string => entry.slice(0, entry.indexOf(' ('));
  const twice = named.filter((entry, at) =>
    named.some((other, there) => at !== there && nameOf(other) === nameOf(entry)),
  );

  expect(named.length).toBeGreaterThan(10);
  expect(twice).toEqual([]);
});
