import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DAYS } from './demo/past.mjs';
import { PASSWORD, seed } from './demo/seed.mjs';
import { serverArgs } from './server-args.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const port = process.env.PORT ?? '3000';
const mailPort = process.env.MAIL_PORT ?? '1080';
const smtpPort = String(Number(mailPort) - 55);
const familyPort = String(Number(port) + 1);
const children = [];
const folder = mkdtempSync(join(tmpdir(), 'azukari-demo-'));

function stop(status) {
  for (const child of children) child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(status);
}

function build() {
  console.log('組み立てています（初回は1〜2分） / Building; the first time takes a minute or two …');
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  console.error(stdout, stderr);
  stop(1);
}

/** Starts a program of ours and answers once a line of its output says that it is ready. */
function start(command, args, { env = {}, ready }) {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let errors = '';
  child.stderr.on('data', (text) => (errors += text));
  return new Promise((resolve, reject) => {
    const seen = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      seen.push(line);
      if (ready.test(line)) resolve(seen);
    });
    child.once('exit', () => reject(new Error(errors || seen.join('\n'))));
  });
}

/** Whoever listens there already, or two of our own on one, would stop the start only after minutes, and in words for programmers. */
async function assureFree(ports) {
  const held = [];
  try {
    for (const [name, taken, instead] of ports) {
      const server = createServer().listen(Number(taken), '127.0.0.1');
      held.push(server);
      await once(server, 'listening').catch(() => {
        throw new Error(
          `ポート ${taken} は使われています。ほかの番号で: ${name}=${Number(instead) + 100} npm run demo\n` +
            `Port ${taken} is in use. Take another: ${name}=${Number(instead) + 100} npm run demo`,
        );
      });
    }
  } finally {
    await Promise.all(held.map((server) => new Promise((closed) => server.close(closed))));
  }
}

async function main() {
  await assureFree([
    ['PORT', port, port],
    ['PORT', familyPort, port],
    ['MAIL_PORT', mailPort, mailPort],
    ['MAIL_PORT', smtpPort, mailPort],
  ]);
  build();
  const maildev = join(root, 'node_modules/maildev/bin/maildev');
  await start(
    process.execPath,
    [maildev, '--ip', '127.0.0.1', '--web-ip', '127.0.0.1', '--web', mailPort, '--smtp', smtpPort],
    { ready: /webapp running/i },
  );
  const lines = await start(process.execPath, serverArgs, {
    env: {
      AZUKARI_DATA: folder,
      AZUKARI_DEMO: '1',
      AZUKARI_DEMO_DAYS: String(DAYS),
      AZUKARI_IDLE_MINUTES: '720',
      AZUKARI_HOST: '127.0.0.1',
      PORT: port,
      AZUKARI_LOG: 'error',
      DATABASE_URL: '',
      AZUKARI_SMTP: `smtp://127.0.0.1:${smtpPort}`,
      AZUKARI_MAIL_FROM: 'oshirase@sakuranosato.example.jp',
      AZUKARI_FAMILY_URL: `http://localhost:${familyPort}`,
      AZUKARI_FAMILY_PORT: familyPort,
      AZUKARI_DEMO_INBOX: `http://localhost:${mailPort}`,
    },
    ready: /^Azukari /,
  });
  const code = lines.map((line) => /set-up code: (\S+)/.exec(line)?.[1]).find(Boolean);
  const url = lines
    .at(-1)
    .replace(/^.*(http:\S+).*$/, '$1')
    .replace('localhost', '127.0.0.1');
  const began = Date.now();
  await seed({
    url,
    code,
    onProgress: (done) =>
      process.stdout.write(`\r90日分の記録をつくっています / Making 90 days of records … ${Math.round(done * 100)}% `),
  });
  console.log(
    `\r90日分の記録をつくりました / Made 90 days of records (${Math.round((Date.now() - began) / 1000)} s)${' '.repeat(30)}\n`,
  );
  welcome(url.replace('127.0.0.1', 'localhost'));
}

function welcome(url) {
  const who = [
    ['floor', '介護職員（カードを扱える職員）', 'floor staff, may handle cards'],
    ['manager', '施設長（責任者）', 'manager, responsible'],
    ['auditor', '監査（閲覧のみ）', 'auditor, reads only'],
    ['admin', '事務（設定。任命されていません）', 'administrator, not appointed'],
  ];
  console.log(`  ${url}        預かり / Azukari`);
  console.log(`  http://localhost:${mailPort}        ご家族へのメールの受信箱 / the inbox of the families’ mails\n`);
  for (const [loginId, ja, en] of who) console.log(`  ${loginId.padEnd(9)} ${PASSWORD}   ${ja} / ${en}`);
  console.log('\n終わるには Ctrl+C（データは消えます） / Ctrl+C ends the demo and removes its data');
}

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));
main().catch((error) => {
  console.error(`\n${error.message}`);
  stop(1);
});
