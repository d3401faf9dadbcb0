import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;

/**
 * The verifier as one page without the network: script and style stand in it, and its policy lets nothing else run or load. A classic
 * script, because modules do not run from a file.
 */
export async function buildPage(file) {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'entry.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
  });
  // Nothing in a script may end the element it stands in.
  const script = outputFiles[0].text.replaceAll('</script', '<\\/script').trim();
  const style = readFileSync(join(here, 'page.css'), 'utf8');
  const page = readFileSync(join(here, 'page.html'), 'utf8')
    .replace('%SCRIPT_HASH%', hashOf(script))
    .replace('%STYLE_HASH%', hashOf(style))
    .replace('<!-- style -->', () => `<style>${style}</style>`)
    .replace('<!-- script -->', () => `<script>${script}</script>`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page);
  return page;
}

function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

if (process.argv[1] === import.meta.filename) {
  const file = process.argv[2] ?? join(here, '../../dist/verify.html');
  const page = await buildPage(file);
  console.log(`${file}: ${Math.ceil(page.length / 1024)} kB`);
}
