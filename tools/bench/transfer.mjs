import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = join(import.meta.dirname, '../../apps/web/dist/browser');

/** initialTransfer is what a first visit loads before any screen of its own, gzip, in kB: the page, its styles and scripts. */
export function initialTransfer() {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const seen = new Set();
  const follow = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    if (!name.endsWith('.js')) return;
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, next] of text.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g)) follow(next);
  };
  for (const [, name] of page.matchAll(/(?:src|href)="\/?([\w-]+\.(?:js|css))"/g)) follow(name);
  const bytes = [...seen].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length,
    gzipSync(page).length,
  );
  return { kilobytes: bytes / 1000, files: seen.size + 1 };
}
