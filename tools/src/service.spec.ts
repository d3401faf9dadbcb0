import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverArgs } from '../server-args.mjs';
import { ROOT } from '../testing/steps.mjs';

const unit = readFileSync(join(ROOT, 'tools/service/azukari.service'), 'utf8');
const task = readFileSync(join(ROOT, 'tools/service/azukari.ps1'), 'utf8');
const flags = serverArgs.slice(0, -1).join(' ');
/** What systemd makes of 0 to 10, times ten: below 20 it is "OK". */
const MOST_EXPOSED = '20';

test('the unit starts the server as npm start does, as a user of its own, before anybody signs in, and again whenever it ends', () => {
  expect(unit).toContain(
    `ExecStart=/opt/azukari/node_modules/node/bin/node ${flags} /opt/azukari/apps/api/dist/main.js\n`,
  );
  for (const line of ['User=azukari', 'Restart=always', 'WantedBy=multi-user.target', 'NoNewPrivileges=true'])
    expect(unit.split('\n')).toContain(line);
  expect(unit).toMatch(/^ProtectSystem=strict$/m);
  expect(unit).toMatch(/^ReadWritePaths=\/var\/lib\/azukari$/m);
});

test('the task of Windows starts it likewise', () => {
  expect(task).toContain(`"${flags} --env-file=`);
  for (const part of ['-AtStartup', '-MultipleInstances IgnoreNew', "-UserId 'S-1-5-19'"]) expect(task).toContain(part);
});

const present = spawnSync('systemd-analyze', ['--version']).status === 0;
const onSystemd = present ? test : test.skip;

onSystemd('systemd understands the unit, and finds it closed enough', () => {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-unit-'));
  const file = join(folder, 'azukari.service');
  // It looks whether the program is there: the one that runs this test is.
  writeFileSync(file, unit.replace('/opt/azukari/node_modules/node/bin/node', process.execPath));
  try {
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
    expect(`${stdout}${stderr}`.split('\n').filter((line) => line.includes(file))).toEqual([]);
    execFileSync('systemd-analyze', ['security', '--offline=true', `--threshold=${MOST_EXPOSED}`, file]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
