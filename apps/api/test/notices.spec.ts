import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { addDays, dayInTokyo } from '@azukari/domain';
import { serverArgs } from '@azukari/tools/server-args';
import type { Config } from '../src/config.ts';
import { PostOffice } from '../src/notices/testing/post-office.ts';
import { testPlace } from '../src/testing/databases.ts';
import type { TestPlace } from '../src/testing/databases.ts';

const PATIENCE_MS = 120_000;

let place: TestPlace;
let office: PostOffice;
const children: ChildProcess[] = [];

beforeEach(async () => {
  place = await testPlace();
  office = await PostOffice.open();
});
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  await office.close();
  await place.discard();
});

/** Server is a real process, called as any browser would call it. */
class Server {
  private cookie = '';

  constructor(
    readonly child: ChildProcess,
    private readonly url: string,
    readonly code: string | null,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.post<T>(path, null, 'GET');
  }

  async post<T = unknown>(path: string, body: object | null, method = 'POST'): Promise<T> {
    const response = await fetch(this.url + path, {
      method,
      headers: { 'content-type': 'application/json', 'x-azukari': '1', cookie: this.cookie },
      ...(body && { body: JSON.stringify(body) }),
    });
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${String(response.status)}: ${text}`);
    return JSON.parse(text) as T;
  }

  command<T = { id: string }>(path: string, body: object, method = 'POST'): Promise<T> {
    return this.post<T>(path, { commandId: crypto.randomUUID(), ...body }, method);
  }

  /** clock sets the declared clock to a Japan time of the real today; with `wake` the notices look at once. */
  clock(at: string, wake = true): Promise<unknown> {
    return this.post('/api/demo/clock', { days: 0, at, wake });
  }

  signIn(): Promise<unknown> {
    return this.post('/api/session', { loginId: 'manager', password: 'azukari-suite' });
  }
}

async function start({ dataFolder, database }: Config): Promise<Server> {
  const child = spawn(process.execPath, serverArgs, {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      AZUKARI_DATA: dataFolder,
      AZUKARI_LOG: 'error',
      // The machinery is woken by the clock of the demo alone.
      AZUKARI_DEMO: '1',
      AZUKARI_WAKES: '0',
      AZUKARI_SMTP: office.url,
      AZUKARI_MAIL_FROM: 'house@example.jp',
      ...(database.kind === 'postgres' && { DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    let code: string | null = null;
    createInterface({ input: child.stdout }).on('line', (line) => {
      code = /set-up code: (\S+)/.exec(line)?.[1] ?? code;
      const url = /http:\/\/localhost:\d+/.exec(line)?.[0];
      if (url) resolve(new Server(child, url.replace('localhost', '127.0.0.1'), code));
    });
    child.once('exit', (status) => {
      reject(new Error(`the server ended with ${String(status)}`));
    });
  });
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > end) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A facility with so many families, each of whom is to be told of one card. */
async function furnished(families: number): Promise<Server> {
  const server = await start(place.config);
  const manager = { name: '佐藤 花子', kana: 'さとう はなこ', loginId: 'manager', password: 'azukari-suite' };
  await server.post('/api/set-up', { code: server.code, facilityName: 'さくら苑', manager });
  await server.clock('08:00', false);
  await server.command('/api/facility', { version: 1, phone: '03-0000-0001' }, 'PATCH');
  const words = { signer: '佐藤', title: '施設長', hours: '平日', steps: [] };
  await server.command('/api/reminders/settings', { version: 1, ...words }, 'PATCH');
  const { storages } = await server.command<{ storages: { id: string }[] }>('/api/storages', {
    parentId: null,
    kind: 'locker',
    label: '金庫',
  });
  const today = dayInTokyo(new Date().toISOString());
  for (let n = 0; n < families; n++) {
    const { id: residentId } = await server.command('/api/residents', {
      name: `山田 ${'一二三四五六七八九十'.charAt(n)}`,
      kana: 'やまだ',
      room: String(n),
      birthDate: '1940-04-01',
    });
    await server.command('/api/contacts', {
      residentId,
      order: 1,
      name: '山田 太郎',
      kana: '',
      relation: '長男',
      capacity: 'family',
      phone: '',
      email: `taro-${String(n)}@example.jp`,
      address: '',
      language: 'ja',
      handOver: 'allowed',
      mayKnow: true,
      notices: 'mail',
      note: null,
    });
    const kinds = ['care-insurance-card'];
    const agreement = await server.command('/api/agreements', {
      residentId,
      kinds,
      signerName: '山田',
      capacity: 'resident',
      reason: '通院',
      willHeard: 'spoken',
      willNote: null,
      paperPlace: null,
      signedOn: today,
      from: today,
      to: null,
    });
    await server.command('/api/items', {
      residentId,
      agreementId: agreement.id,
      kind: kinds[0],
      storageId: storages[0]?.id,
      printedExpiresOn: addDays(today, 15),
    });
  }
  return server;
}

test('a server killed between handing a mail over and writing it down sends one more, the very same, and no third', async () => {
  const server = await furnished(1);
  office.always = { at: 'content', does: 'take-and-hang' };
  void server.clock('10:00').catch(() => undefined);
  await until(() => office.letters.length === 1);
  await killed(server.child);
  office.always = null;

  const again = await start(place.config);
  await again.signIn();
  for (const at of ['10:05', '10:30', '11:00']) await again.clock(at);
  expect(office.letters).toHaveLength(1);
  for (const at of ['11:45', '12:50', '15:00', '17:50']) await again.clock(at);
  expect(office.letters).toHaveLength(2);
  expect(office.letters[1]?.raw).toBe(office.letters[0]?.raw);
  const { machine } = await again.get<{ machine: object }>('/api/reminders');
  expect(machine).toMatchObject({ pending: 0, acceptedToday: 1 });
});

const onPostgres = process.env['DATABASE_URL'] ? test : test.skip;
onPostgres('two servers on one database send each mail once', async () => {
  const one = await furnished(6);
  const other = await start(place.config);
  await other.signIn();
  await Promise.all([one.clock('10:00'), other.clock('10:00'), one.clock('10:01'), other.clock('10:01')]);
  expect(office.letters.map(({ to }) => to).sort()).toEqual(
    Array.from({ length: 6 }, (_, n) => `taro-${String(n)}@example.jp`),
  );
});
