import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { newAuthority, serverCertificate } from '../certificate/authority.ts';
import type { Issued } from '../certificate/authority.ts';
import { writeCertificates } from '../certificate/write.ts';

const HOST = 'azukari.home.arpa';
const folder = mkdtempSync(join(tmpdir(), 'azukari-certificate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const modeOf = (name: string): number => statSync(join(folder, name)).mode & 0o777;

/** What a tablet that trusts this authority says of a server that shows this certificate. */
async function trusted(authority: string, { certificate, key }: Issued, name: string): Promise<string> {
  const server: Server = createServer({ cert: certificate, key });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', servername: name, ca: authority }, () => {
        socket.end();
        resolve('trusted');
      });
      socket.on('error', (error) => resolve(error.message));
    });
  } finally {
    server.close();
  }
}

test('the first run makes an authority, a certificate that tablets believe, and their profile', async () => {
  expect(await writeCertificates(folder, HOST)).toEqual({ host: HOST, begun: true });
  const shown = { certificate: textOf('server.pem'), key: textOf('server.key') };
  expect(await trusted(textOf('ca.crt'), shown, HOST)).toBe('trusted');
  expect(await trusted(textOf('ca.crt'), shown, 'other.home.arpa')).toContain(`does not match certificate's altnames`);
  expect([modeOf('ca.key'), modeOf('server.key'), statSync(folder).mode & 0o777]).toEqual([0o600, 0o600, 0o700]);
  const profile = textOf('azukari.mobileconfig');
  const [, inProfile = ''] = /<data>(.*)<\/data>/.exec(profile) ?? [];
  const authority = new X509Certificate(textOf('ca.crt'));
  expect(new X509Certificate(Buffer.from(inProfile, 'base64')).fingerprint256).toBe(authority.fingerprint256);
  const days = (Date.parse(new X509Certificate(shown.certificate).validTo) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(397);
});

test('a second run keeps the authority, so that the tablets need nothing', async () => {
  const [authority, before] = [textOf('ca.crt'), textOf('server.pem')];
  expect(await writeCertificates(folder, undefined)).toEqual({ host: HOST, begun: false });
  expect(textOf('ca.crt')).toBe(authority);
  expect(textOf('server.pem')).not.toBe(before);
  expect(await trusted(authority, { certificate: textOf('server.pem'), key: textOf('server.key') }, HOST)).toBe(
    'trusted',
  );
});

test('whoever steals the key of the authority can pretend to be no other server', async () => {
  const authority = await newAuthority(HOST);
  const bank = await serverCertificate(authority, 'bank.example.jp');
  expect(await trusted(authority.certificate, bank, 'bank.example.jp')).toBe('permitted subtree violation');
  expect(await trusted(authority.certificate, await serverCertificate(authority, HOST), HOST)).toBe('trusted');
});

test.each([
  '192.168.1.10',
  'azukari',
  'Azukari.home.arpa',
  'a..b',
  '-a.example',
  'a.example/x',
  `${'a'.repeat(64)}.jp`,
])('a host %s is refused, and nothing is written', async (host) => {
  const other = join(folder, 'other');
  await expect(writeCertificates(other, host)).rejects.toThrow(`--host ${host}`);
  expect(() => statSync(other)).toThrow();
});

test('another host in the same folder, and a key that lies in the safe, are told and change nothing', async () => {
  const before = textOf('server.pem');
  await expect(writeCertificates(folder, 'other.home.arpa')).rejects.toThrow(`can sign for ${HOST} only`);
  renameSync(join(folder, 'ca.key'), join(folder, 'safe'));
  await expect(writeCertificates(folder, undefined)).rejects.toThrow('bring the other one back');
  renameSync(join(folder, 'safe'), join(folder, 'ca.key'));
  expect(textOf('server.pem')).toBe(before);
});
