import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../vectors');

/** vectorText is the text of a file under vectors/. */
export function vectorText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** vector is the parsed JSON of a file under vectors/; the suite says which shape it has. */
export function vector(path: string): unknown {
  return JSON.parse(vectorText(path));
}

/** vectorFiles are the paths of all JSON files in a folder under vectors/. */
export function vectorFiles(folder: string): readonly string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => `${folder}/${file}`);
}
