import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newAuthority, serverCertificate } from './authority.ts';
import type { Issued } from './authority.ts';
import { trustProfile } from './profile.ts';

/** A label of letters, digits and hyphens, twice or more: passkeys need a name, and no address is one. */
const HOST = /^(?=.{4,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** FILES are the names in the folder: what the server is started with, what the tablets get, and what goes into the safe. */
export const FILES = {
  server: ['server.pem', 'server.key'],
  authority: ['ca.crt', 'ca.key'],
  profile: 'azukari.mobileconfig',
  host: 'host',
} as const;

/**
 * writeCertificates puts a new certificate for the server into the folder, signed by the authority that is there, or by a new one
 * with its profile for the tablets. The tablets need nothing when it is run again.
 */
export async function writeCertificates(
  folder: string,
  given: string | undefined,
): Promise<{ host: string; begun: boolean }> {
  const before = textIn(folder, FILES.host)?.trim();
  const host = given ?? before;
  if (host === undefined)
    throw new Error('--host: the name by which tablets reach this computer, such as azukari.home.arpa');
  if (!HOST.test(host) || /\.\d+$/.test(host))
    throw new Error(`--host ${host}: a name in small letters with a dot, and no address`);
  if (before !== undefined && before !== host)
    throw new Error(`--host ${host}: the authority in ${folder} can sign for ${before} only; take another folder`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const known = authorityIn(folder);
  const authority = known ?? (await newAuthority(host));
  if (!known) {
    put(folder, FILES.authority, authority);
    write(folder, FILES.profile, trustProfile(host, authority.certificate), 0o644);
    write(folder, FILES.host, `${host}\n`, 0o644);
  }
  put(folder, FILES.server, await serverCertificate(authority, host));
  return { host, begun: !known };
}

function authorityIn(folder: string): Issued | null {
  const [certificate, key] = FILES.authority.map((name) => textIn(folder, name));
  if (certificate === undefined && key === undefined) return null;
  if (certificate === undefined || key === undefined)
    throw new Error(
      `${folder} has only one of ${FILES.authority.join(' and ')}: bring the other one back from the safe`,
    );
  return { certificate, key };
}

/** The key first: a server that looks in between finds a pair that does not belong together, and waits. */
function put(folder: string, [certificateFile, keyFile]: readonly [string, string], issued: Issued): void {
  write(folder, keyFile, issued.key, 0o600);
  write(folder, certificateFile, issued.certificate, 0o644);
}

function write(folder: string, name: string, text: string, mode: number): void {
  const whole = join(folder, `${name}.new`);
  writeFileSync(whole, text, { mode, flush: true });
  renameSync(whole, join(folder, name));
}

function textIn(folder: string, name: string): string | undefined {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
