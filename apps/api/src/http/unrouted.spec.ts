import { connect } from 'node:net';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';

let house: House;
let port: number;
beforeAll(async () => {
  house = await openHouse();
  await house.app.listen(0, '127.0.0.1');
  port = Number(new URL(await house.app.getUrl()).port);
});
afterAll(() => house.close());

test('who talks slowly is waited for half a minute', () => {
  const { requestTimeout, headersTimeout } = house.app.getHttpServer();
  expect([requestTimeout, headersTimeout]).toEqual([30_000, 30_000]);
});

interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** Bytes as no honest client sends them. */
function send(lines: readonly string[], body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${[...lines, 'Host: azukari', 'Connection: close'].join('\r\n')}\r\n\r\n${body}`);
    });
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (text += part));
    socket.on('error', reject);
    socket.on('close', () => {
      const [headers = '', ...rest] = text.split('\r\n\r\n');
      resolve({ status: Number(headers.split(' ')[1]), headers: headers.toLowerCase(), body: rest.join('\r\n\r\n') });
    });
  });
}

const long = (length: number): string => 'a'.repeat(length);
const JSON_OF = (length: number) => [
  'x-azukari: 1',
  'Content-Type: application/json',
  `Content-Length: ${String(length)}`,
];

describe('what ends before there is a route', () => {
  test.each<[string, string[], number, string]>([
    ['an address that cannot be decoded', ['GET /api/%zz HTTP/1.1'], 400, 'unreadable'],
    ['such an address of a command', ['POST /api/items/%zz HTTP/1.1', ...JSON_OF(0)], 400, 'unreadable'],
    ['such an address outside the API', ['GET /%zz HTTP/1.1'], 400, 'unreadable'],
    ['a part of an address that is too long', [`GET /api/residents/${long(500)} HTTP/1.1`], 414, 'too-long'],
    ['an address that is too long', [`GET /api/${long(20_000)} HTTP/1.1`], 431, 'too-large'],
    ['headers that are too large', ['GET /api/health HTTP/1.1', `x-a: ${long(20_000)}`], 431, 'too-large'],
    ['a method that does not exist', ['FOO /api/health HTTP/1.1'], 400, 'unreadable'],
    ['no HTTP', ['good morning'], 400, 'unreadable'],
    ['a length that is none', ['POST /api/session HTTP/1.1', 'Content-Length: x'], 400, 'unreadable'],
    [
      'two ways to say where the body ends',
      ['POST /api/session HTTP/1.1', 'Content-Length: 5', 'Transfer-Encoding: chunked'],
      400,
      'unreadable',
    ],
    ['two lengths', ['POST /api/session HTTP/1.1', 'Content-Length: 0', 'Content-Length: 5'], 400, 'unreadable'],
    ['a coding that is none', ['POST /api/session HTTP/1.1', 'Transfer-Encoding: xchunked'], 400, 'unreadable'],
    ['a header on two lines', ['GET /api/health HTTP/1.1', 'x-a: b', ' Content-Length: 5'], 400, 'unreadable'],
    ['a blank before the colon', ['GET /api/health HTTP/1.1', 'Content-Length : 5'], 400, 'unreadable'],
    ['a body that is too large', ['POST /api/session HTTP/1.1', ...JSON_OF(2_000_000)], 413, 'too-large'],
    [
      'a body of another kind',
      ['POST /api/session HTTP/1.1', 'x-azukari: 1', 'Content-Type: text/xml', 'Content-Length: 0'],
      415,
      'unreadable',
    ],
  ])('%s: our shape, nothing repeated', async (_, lines, status, code) => {
    const answer = await send(lines);
    expect([answer.status, JSON.parse(answer.body)]).toEqual([status, { issues: [{ path: '', code }] }]);
    expect(answer.headers).toContain('content-type: application/json; charset=utf-8');
    for (const header of [
      'x-content-type-options: nosniff',
      'cache-control: no-store',
      'referrer-policy: no-referrer',
      'strict-transport-security: max-age=31536000; includesubdomains',
    ])
      expect(answer.headers).toContain(header);
    expect(answer.headers).toMatch(/content-security-policy: default-src 'none'; ?frame-ancestors 'none'/);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    '%s where only GET is meant is not found',
    async (method) => {
      const answer = await send([`${method} /api/board HTTP/1.1`, 'x-azukari: 1']);
      expect([answer.status, JSON.parse(answer.body)]).toEqual([404, { refusal: { kind: 'not-found' } }]);
    },
  );

  test.each(['/api', '/api/', '/api?x', '/api/nothing', '/api/nothing?x=%zz', '/api/%00'])(
    '%s is no page',
    async (url) => {
      const answer = await send([`GET ${url} HTTP/1.1`]);
      expect([answer.status, JSON.parse(answer.body)]).toEqual([404, { refusal: { kind: 'not-found' } }]);
    },
  );

  test('a page is one, also beside the API', async () => {
    for (const url of ['/', '/today', '/apis', '/residents/api/x'])
      expect((await send([`GET ${url} HTTP/1.1`])).headers).toContain('content-type: text/plain');
  });
});

test('HEAD looks like GET and changes as little', async () => {
  expect(await send(['HEAD /api/health HTTP/1.1'])).toMatchObject({ status: 200, body: '' });
  expect((await send(['HEAD /api/board HTTP/1.1'])).status).toBe(401);
});

test('an answer of the API is not kept, however its address is written', async () => {
  for (const url of ['/api/health', '/%61pi/health']) {
    const answer = await send([`GET ${url} HTTP/1.1`]);
    expect([answer.status, answer.headers.includes('cache-control: no-store')]).toEqual([200, true]);
  }
});
