import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { request } from 'node:https';
import type { RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { readBoard } from '@azukari/contract';
import { dayInTokyo } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { PASSWORD } from '../testing/person.ts';
import { Certificate, readPair } from './certificate.ts';

const HOST = 'azukari.home.arpa';
const folder = mkdtempSync(join(tmpdir(), 'azukari-certificate-'));
const tls = { certFile: join(folder, 'server.pem'), keyFile: join(folder, 'server.key') };
let house: House;
let certificate: Certificate;
let port: number;
beforeAll(async () => {
  makeCertificates();
  house = await openHouse({ env: { AZUKARI_TLS_CERT: tls.certFile, AZUKARI_TLS_KEY: tls.keyFile } });
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
