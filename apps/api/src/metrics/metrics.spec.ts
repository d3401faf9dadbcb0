import { request } from 'node:http';
import { checkIn, checkOut, readBoard, readCheckpoint } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { MetricsServer } from './metrics.server.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ env: { AZUKARI_METRICS_PORT: '0' } });
});
afterAll(() => house.close());

function ask(path: string, method = 'GET'): Promise<{ status: number; type: string; text: string }> {
  const { url } = house.app.get(MetricsServer, { strict: false });
  return new Promise((resolve, reject) => {
    request(new URL(path, url ?? ''), { method }, (response) => {
      const parts: string[] = [];
      response.setEncoding('utf8').on('data', (part: string) => parts.push(part));
      response.on('end', () => {
        const type = response.headers['content-type'] ?? '';
        resolve({ status: response.statusCode ?? 0, type, text: parts.join('') });
      });
    })
      .on('error', reject)
      .end();
  });
}

async function samples(): Promise<ReadonlyMap<string, number>> {
  const { text } = await ask('/metrics');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

const answers = (method: string, route: string, status: string, end = '_count', le = ''): string =>
  `azukari_http_request_duration_seconds${end}{method="${method}",route="${route}",status="${status}"${le}}`;

test('a house is read over its own port: every line has the form, and every number its kind', async () => {
  const { status, type, text } = await ask('/metrics');
  expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  expect(text.endsWith('\n')).toBe(true);
  const SAMPLE = /^azukari_[a-z0-9_]+(\{([a-z]+="[^"\\]*",?)+\})? (\d+(\.\d+)?(e[+-]?\d+)?)$/;
  const lines = text.trimEnd().split('\n');
  const odd = lines.filter(
    (line) => !SAMPLE.test(line) && !/^# (HELP \w+ .+|TYPE \w+ (counter|gauge|histogram))$/.test(line),
  );
  expect(odd).toEqual([]);
  const named = lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2]);
  expect(new Set(named).size).toBe(named.length);
  const now = await samples();
  for (const name of ['database_bytes', 'disk_free_bytes', 'process_resident_memory_bytes', 'process_heap_used_bytes'])
    expect(now.get(`azukari_${name}`)).toBeGreaterThan(0);
  expect(now.get('azukari_event_loop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
});

test('answers are counted by route and class, never by address, and what found no route by none', async () => {
  const before = await samples();
  const board = answers('GET', readBoard.path, '2xx');
  await house.manager.ok(readBoard);
  const server = house.app.getHttpAdapter().getInstance() as { inject: (given: object) => Promise<unknown> };
  await server.inject({ method: 'GET', url: '/api/items/somebody-typed-this' });
  await server.inject({ method: 'GET', url: '/api/nowhere/at-all' });
  const after = await samples();
  expect(after.get(board)).toBe((before.get(board) ?? 0) + 1);
  const within = answers('GET', readBoard.path, '2xx', '_bucket', ',le="+Inf"');
  expect(after.get(within)).toBe(after.get(board));
  const { text } = await ask('/metrics');
  expect(text).toContain('route="unknown"');
  expect(text).not.toMatch(/somebody|nowhere/);
});

test('what is committed is counted once, and no name or id is said', async () => {
  const item = await house.anItem();
  await house.manager.ok(checkOut, {
    itemIds: [item.id],
    purpose: 'emergency',
    holder: { kind: 'staff', staffId: house.manager.staffId },
    dueBackAt: null,
    destination: '市民病院',
  });
  const checkedIn = 'azukari_entries_recorded_total{type="item.checked-in"}';
  const before = (await samples()).get(checkedIn) ?? 0;
  await house.manager.ok(checkIn, { itemIds: [item.id] });
  await house.manager.send(checkIn, { itemIds: [item.id] });
  await Promise.all([samples(), samples()]);
  expect((await samples()).get(checkedIn)).toBe(before + 1);
  const { text } = await ask('/metrics');
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|[^\x20-\x7e\n]/);
  expect(text).not.toContain('manager');
});

test('the port answers that one question, and the others do not answer it', async () => {
  expect((await ask('/api/board')).status).toBe(404);
  expect((await ask('/metrics', 'POST')).status).toBe(404);
  expect((await house.manager.send(readCheckpoint)).status).toBe(200);
  const server = house.app.getHttpAdapter().getInstance() as {
    inject: (given: object) => Promise<{ body: string }>;
  };
  expect((await server.inject({ method: 'GET', url: '/metrics' })).body).not.toContain('azukari_');
});
