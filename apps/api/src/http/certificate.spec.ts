import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { request } from 'node:https';
import type { RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { Logger } from '@nestjs/common';
import { readBoard } from '@azukari/contract';
import { dayInTokyo } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { PASSWORD } from '../testing/person.ts';
import { Certificate, readPair } from './certificate.ts';

const HOST = 'azukari.home.arpa';
const folder = mkdtempSync(join(tmpdir(), 'azukari-certificate-'));
const tls = { certFile: join(folder, 'server.pem'), keyFile: join(folder, 'server.key') };
const web = join(folder, 'web');
let house: House;
let certificate: Certificate;
let port: number;
beforeAll(async () => {
  makeCertificates();
  makePages();
  house = await openHouse({
    env: { AZUKARI_TLS_CERT: tls.certFile, AZUKARI_TLS_KEY: tls.keyFile, AZUKARI_WEB: web },
  });
  certificate = house.app.get(Certificate);
  await house.app.listen(0, '127.0.0.1');
  port = Number(new URL(await house.app.getUrl()).port);
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

/** As a clerk does, with the command of this repository. */
function makeCertificates(): void {
  const main = join(import.meta.dirname, '../../../../tools/certificate/main.ts');
  execFileSync(process.execPath, [main, '--host', HOST, '--folder', folder]);
}

/** As the web is built, with a file beside it that nobody is to read. */
function makePages(): void {
  mkdirSync(web);
  writeFileSync(join(web, 'index.html'), '<!doctype html><script nonce="CSP_NONCE" src="main-AAAAAAAA.js"></script>');
  writeFileSync(join(web, 'main-AAAAAAAA.js'), 'export {};\n');
  writeFileSync(join(folder, 'beside.txt'), 'not for anybody\n');
}

interface Answer {
  readonly response: IncomingMessage;
  readonly serial: string;
  readonly body: string;
}

/** One request over a connection of its own, by a tablet that trusts the authority. */
function ask(path: string, options: RequestOptions = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        servername: HOST,
        agent: false,
        ca: readFileSync(join(folder, 'ca.crt')),
        ...options,
      },
      (response) => {
        const { serialNumber: serial } = (response.socket as TLSSocket).getPeerCertificate();
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ response, serial, body: text }));
      },
    );
    asked.on('error', reject).end(body);
  });
}

const checkOf = async (): Promise<unknown> =>
  (JSON.parse((await ask('/api/health')).body) as { checks: { certificate: unknown } }).checks.certificate;

test('the server speaks TLS itself, and its cookies are bound to this host over TLS', async () => {
  expect(await checkOf()).toBe('ok');
  const headers = { 'content-type': 'application/json', 'x-azukari': '1' };
  const signIn = JSON.stringify({ loginId: 'manager', password: PASSWORD });
  const { response } = await ask('/api/session', { method: 'POST', headers }, signIn);
  expect(response.statusCode).toBe(201);
  const cookies = response.headers['set-cookie'] ?? [];
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies)
    expect(cookie).toMatch(/^__Host-azukari.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  expect(response.headers['strict-transport-security']).toContain('max-age=31536000');
  await expect(ask('/api/health', { maxVersion: 'TLSv1.1', minVersion: 'TLSv1.1' })).rejects.toThrow();
});

/** The suite that both sides agree on, by a handshake alone; it fails where they agree on none. */
function agreed(options: ConnectionOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const ca = readFileSync(join(folder, 'ca.crt'));
    const socket = connect({ host: '127.0.0.1', port, servername: HOST, ca, ...options }, () => {
      resolve(socket.getCipher().name);
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

describe('a handshake', () => {
  const V12 = { maxVersion: 'TLSv1.2' } as const;

  test.each([
    ['TLS 1.3', {}, /^TLS_AES_256_GCM_SHA384$/],
    ['TLS 1.3, the weaker first', { ciphers: 'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384' }, /256_GCM/],
    ['TLS 1.2', V12, /^ECDHE-(ECDSA|RSA)-AES256-GCM-SHA384$/],
    [
      'TLS 1.2, the weaker first',
      { ...V12, ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE+AESGCM' },
      /AES256-GCM/,
    ],
  ])('by %s ends with the strongest of what both know', async (_, options, suite) => {
    expect(await agreed(options)).toMatch(suite);
  });

  test.each([
    ['without a key of the moment', 'AES256-GCM-SHA384:AES128-GCM-SHA256:AES128-SHA'],
    ['with records that are not sealed', 'ECDHE-RSA-AES256-SHA384:ECDHE-ECDSA-AES256-SHA384:ECDHE-ECDSA-AES128-SHA'],
    ['with finite fields', 'DHE-RSA-AES256-GCM-SHA384:DHE-RSA-CHACHA20-POLY1305'],
    ['that knows nobody', 'AECDH-AES256-SHA:ADH-AES256-GCM-SHA384@SECLEVEL=0'],
  ])('%s is refused', async (_, ciphers) => {
    await expect(agreed({ ...V12, ciphers })).rejects.toThrow();
  });

  test('that fails is in the log, at most once a minute, and says of nobody who it was', async () => {
    const { warn } = Logger.prototype;
    const said: unknown[][] = [];
    Logger.prototype.warn = (...all: unknown[]) => void said.push(all);
    const { elapsedMs } = house.clock;
    let now = elapsedMs.call(house.clock) + 3_600_000;
    house.clock.elapsedMs = () => now;
    const fail = () => expect(agreed({ ...V12, ciphers: 'AES128-SHA' })).rejects.toThrow();
    try {
      await fail();
      said.length = 0;
      now += 60_000;
      for (let n = 0; n < 5; n++) await fail();
      now += 60_000;
      await fail();
    } finally {
      Logger.prototype.warn = warn;
      house.clock.elapsedMs = elapsedMs;
    }
    const why = 'ERR_SSL_NO_SHARED_CIPHER';
    expect(said).toEqual([
      ['TLS handshakes failed', `1, the last: ${why}`],
      ['TLS handshakes failed', `5, the last: ${why}`],
    ]);
  });
});

test('a new pair is shown without a restart; while its files do not fit the one before is, and the health warns', async () => {
  const before = (await ask('/api/health')).serial;
  const right = readFileSync(tls.keyFile);
  writeFileSync(tls.keyFile, 'half');
  certificate.look();
  expect([(await ask('/api/health')).serial, await checkOf()]).toEqual([before, 'warn']);
  renameSync(tls.keyFile, `${tls.keyFile}.away`);
  certificate.look();
  expect((await ask('/api/health')).serial).toBe(before);
  writeFileSync(tls.keyFile, right);
  makeCertificates();
  certificate.look();
  const after = (await ask('/api/health')).serial;
  expect(after).not.toBe(before);
  await expect(agreed({ maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA' })).rejects.toThrow();
  expect(await checkOf()).toBe('ok');
});

test('a certificate that ends within thirty days is told on 今日, and one that ended is a failure', async () => {
  const DAY = 86_400_000;
  house.clock.setOffset(360 * DAY);
  expect([certificate.state, certificate.endsSoonOn]).toEqual(['ok', null]);
  house.clock.setOffset(368 * DAY);
  const { certificateEndsOn } = await house.manager.ok(readBoard);
  expect([certificate.state, certificateEndsOn]).toEqual(['warn', dayInTokyo(certificate.endsAt ?? '')]);
  house.clock.setOffset(398 * DAY);
  expect(certificate.state).toBe('fail');
  house.clock.setOffset(0);
});

test('files that do not belong together are named', () => {
  const keyFile = join(folder, 'ca.key');
  expect(() => readPair({ certFile: tls.certFile, keyFile })).toThrow(
    `${tls.certFile} and ${keyFile} are no certificate`,
  );
});

describe('an answer of any kind', () => {
  const KINDS: readonly (readonly [
    what: string,
    path: string,
    options: RequestOptions,
    status: number,
    type: RegExp,
  ])[] = [
    ['of the API', '/api/health', {}, 200, /^application\/json; charset=utf-8$/],
    ['that refuses', '/api/board', {}, 401, /^application\/json; charset=utf-8$/],
    ['to a foreign site', '/api/board', { headers: { origin: 'https://evil.example' } }, 401, /^application\/json/],
    [
      'to a question before a foreign request',
      '/api/session',
      { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } },
      404,
      /^application\/json/,
    ],
    ['that is the page', '/today', {}, 200, /^text\/html; charset=utf-8$/],
    ['that is a file', '/main-AAAAAAAA.js', {}, 200, /^(text|application)\/javascript; charset=utf-8$/i],
  ];
  test.each(KINDS)(
    '%s tells the browser to guess, frame, refer and share nothing',
    async (_, path, options, status, type) => {
      const { response } = await ask(path, options);
      expect(response.statusCode).toBe(status);
      expect(response.headers).toMatchObject({
        'content-type': expect.stringMatching(type) as string,
        'x-content-type-options': 'nosniff',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'content-security-policy': expect.stringMatching(/frame-ancestors 'none'/) as string,
      });
      expect(Object.keys(response.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      if (path.startsWith('/api')) {
        expect(response.headers['cache-control']).toBe('no-store');
        expect(response.headers['content-security-policy']).toMatch(/^default-src 'none'.*sandbox/);
      }
    },
  );
});

test('the page runs only what its own answer names, and is not kept', async () => {
  const answers = [await ask('/'), await ask('/residents')];
  const nonces = answers.map(({ response, body }) => {
    const policy = response.headers['content-security-policy'] as string;
    for (const part of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"])
      expect(policy.split('; ')).toContain(part);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(response.headers['cache-control']).toBe('no-store');
    const nonce = /script-src 'self' 'nonce-([\w+/=]{24})'/.exec(policy)?.[1] ?? '';
    expect(body).toContain(`nonce="${nonce}"`);
    return nonce;
  });
  expect(nonces[0]).not.toBe(nonces[1]);
});

test.each([
  '/../beside.txt',
  '/%2e%2e/beside.txt',
  '/..%2fbeside.txt',
  '/%2e%2e%2fbeside.txt',
  '/..%5cbeside.txt',
  '/..\\beside.txt',
  '/./../web/../beside.txt',
  '//beside.txt',
  '/main-AAAAAAAA.js/../../beside.txt',
  '/%00/../beside.txt',
])('%s leads to no file beside the pages', async (path) => {
  const { body } = await ask(path);
  expect(body).not.toContain('not for anybody');
});

test('who signs out leaves nothing in the browser, and gets nothing more with what it kept', async () => {
  const headers = { 'content-type': 'application/json', 'x-azukari': '1' };
  const signIn = JSON.stringify({ loginId: 'manager', password: PASSWORD });
  const planted = `__Host-azukari=${'A'.repeat(43)}`;
  const opened = await ask('/api/session', { method: 'POST', headers: { ...headers, cookie: planted } }, signIn);
  const [cookie = ''] = (opened.response.headers['set-cookie'] ?? []).map((all) => all.split(';')[0] ?? '');
  expect(cookie).not.toBe(planted);
  expect((await ask('/api/board', { headers: { cookie: planted } })).response.statusCode).toBe(401);
  expect((await ask('/api/board', { headers: { cookie } })).response.statusCode).toBe(200);
  const { response } = await ask('/api/session', { method: 'DELETE', headers: { 'x-azukari': '1', cookie } });
  expect(response.headers['clear-site-data']).toBe('"cache", "storage"');
  expect((await ask('/api/board', { headers: { cookie } })).response.statusCode).toBe(401);
});
