import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3650;
/** Apple's devices believe a certificate of a private authority for 825 days at most. */
const SERVER_DAYS = 397;
const NAME_CONSTRAINTS = '2.5.29.30';

/** Issued is a certificate and its key, both PEM. */
export interface Issued {
  readonly certificate: string;
  readonly key: string;
}

/**
 * newAuthority makes a certificate authority that can sign for this one host name and nothing else (RFC 5280 4.2.1.10): whoever
 * steals its key cannot pretend to be a bank on the tablets that trust it.
 */
export async function newAuthority(host: string, now = new Date()): Promise<Issued> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: subject(`Azukari CA (${host})`),
    notBefore: now,
    notAfter: after(now, AUTHORITY_DAYS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      new x509.Extension(NAME_CONSTRAINTS, true, onlyNamed(host)),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: pem(certificate), key: await keyText(keys.privateKey) };
}

/** serverCertificate is a certificate for that host name, signed by the authority. */
export async function serverCertificate(authority: Issued, host: string, now = new Date()): Promise<Issued> {
  const keys = await newKeys();
  const issuer = new x509.X509Certificate(authority.certificate);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: subject(host),
    issuer: issuer.subjectName,
    notBefore: now,
    notAfter: after(now, SERVER_DAYS),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: await keyFrom(authority.key),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: pem(certificate), key: await keyText(keys.privateKey) };
}

/** NameConstraints in DER: this host name may be signed for, and no address. */
function onlyNamed(host: string): Buffer<ArrayBuffer> {
  const permitted = tlv(0xa0, tlv(0x30, tlv(0x82, Buffer.from(host, 'ascii'))));
  const excluded = tlv(0xa1, Buffer.concat([8, 32].map((length) => tlv(0x30, tlv(0x87, Buffer.alloc(length))))));
  return tlv(0x30, Buffer.concat([permitted, excluded]));
}

/** One element of DER; a host name has at most 253 characters, so that two bytes of length are enough. */
function tlv(tag: number, content: Buffer): Buffer<ArrayBuffer> {
  const { length } = content;
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}

function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

async function keyText(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY') + '\n';
}

function keyFrom(text: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(text), ALGORITHM, false, ['sign']);
}

function pem(certificate: x509.X509Certificate): string {
  return `${certificate.toString('pem')}\n`;
}

/** A positive number of 127 bits that nobody can guess (CA/Browser Forum 7.1: at least 64). */
function serial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

function subject(name: string): x509.Name {
  return new x509.Name([{ CN: [name] }]);
}

function after(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}
