/**
 * `npm run mutation`: the ledger's own files are changed in every small way, one file after the other, and some suite beside each has to
 * notice; under 95 % the command fails. `npm run mutation -- note tree` measures these two. File by file only what can reach a file is
 * loaded for it: the same answers as in one piece, in a tenth of the time.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = dirname(import.meta.dirname);
const LEDGER = 'libs/domain/src/ledger';
const REPORTS = 'dist/mutation';
const ENOUGH = 95;

/** filesOf are the ledger's own files; named ones alone, where any are named. */
function filesOf(named) {
  const all = readdirSync(join(ROOT, LEDGER))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
  const strange = named.filter((name) => !all.includes(name));
  if (strange.length > 0) throw new Error(`no file of the ledger: ${strange.join(', ')}`);
  return named.length === 0 ? all : named;
}

/** countsOf measures one file; it throws where Stryker could not. */
function countsOf(name) {
  const report = join(REPORTS, `${name}.json`);
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/@stryker-mutator/core/bin/stryker.js',
      'run',
      'libs/domain/stryker.config.mjs',
      '--mutate',
      `${LEDGER}/${name}.ts`,
    ],
    { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, MUTATION_REPORT: report } },
  );
  if (status !== 0) throw new Error(`${name}.ts could not be measured`);
  const [file] = Object.values(JSON.parse(readFileSync(join(ROOT, report), 'utf8')).files);
  const with_ = (...states) => file?.mutants.filter((mutant) => states.includes(mutant.status)).length ?? 0;
  const noticed = with_('Killed', 'Timeout');
  return {
    name,
    noticed,
    of: noticed + with_('Survived', 'NoCoverage'),
    slow: with_('Timeout'),
    broken: with_('RuntimeError'),
  };
}

const percent = ({ noticed, of }) => (of === 0 ? 100 : (100 * noticed) / of);

function rowOf({ name, of, slow, broken, noticed }) {
  return `| ${name} | ${percent({ noticed, of }).toFixed(1)} % | ${of} | ${slow} | ${broken} |`;
}

mkdirSync(join(ROOT, REPORTS), { recursive: true });
const rows = filesOf(process.argv.slice(2)).map(countsOf);
const add = (part) => rows.reduce((sum, row) => sum + row[part], 0);
const all = { name: 'together', noticed: add('noticed'), of: add('of'), slow: add('slow'), broken: add('broken') };
console.log('| File | Noticed | Of | of them by never ending | Not loadable |\n|---|---|---|---|---|');
for (const row of rows) console.log(rowOf({ ...row, name: `\`${row.name}.ts\`` }));
console.log(rowOf(all));
if (percent(all) < ENOUGH) process.exitCode = 1;
