import { readConfig } from './config.ts';

const DATABASE = 'postgres://a:b@db.example.jp/azukari?sslmode=verify-full';
const FROM = { AZUKARI_MAIL_FROM: 'house@example.jp' };

test.each([
  ['a link behind a question', { AZUKARI_FAMILY_URL: 'https://kazoku.example.jp/?house=1' }],
  ['a link behind a place on a page', { AZUKARI_FAMILY_URL: 'https://kazoku.example.jp/#a' }],
  ['a link that signs in', { AZUKARI_FAMILY_URL: 'https://a:b@kazoku.example.jp' }],
  ['a link to nothing of the web', { AZUKARI_FAMILY_URL: 'ftp://kazoku.example.jp' }],
  ['a mail server of another kind', { ...FROM, AZUKARI_SMTP: 'https://mail.example.jp' }],
  ['a password that cannot be read', { ...FROM, AZUKARI_SMTP: 'smtps://a:100%@mail.example.jp' }],
  ['mails from nobody', { AZUKARI_SMTP: 'smtps://mail.example.jp' }],
  ['more patience with who talks slowly', { AZUKARI_FAMILY_PATIENCE: '11' }],
  ['an address of the network without a certificate', { AZUKARI_HOST: '0.0.0.0' }],
  ['a certificate without its key', { AZUKARI_TLS_CERT: 'server.pem' }],
  ['a key without its certificate', { AZUKARI_TLS_KEY: 'server.key' }],
  ['metrics on a port that is none', { AZUKARI_METRICS_PORT: '70000' }],
  ['a proxy that is neither', { AZUKARI_FAMILY_PROXY: 'yes' }],
  ['a database beyond this computer in plain words', { DATABASE_URL: 'postgres://a:b@db.example.jp/azukari' }],
  ['a database that nobody vouches for', { DATABASE_URL: 'postgres://a:b@db.example.jp/azukari?sslmode=require' }],
  ['a database by two words', { DATABASE_URL: `${DATABASE}&ssl=0` }],
  ['a database by another host', { DATABASE_URL: 'postgres://a:b@localhost/azukari?host=db.example.jp' }],
  ['a database by nobody knows which host', { DATABASE_URL: 'postgres:///azukari' }],
  [
    'an owner of the tables in plain words',
    { DATABASE_URL: DATABASE, DATABASE_OWNER_URL: 'postgres://a@10.0.0.5/azukari' },
  ],
  [
    'mails from two lines',
    { AZUKARI_SMTP: 'smtps://mail.example.jp', AZUKARI_MAIL_FROM: 'a@example.jp\r\nBcc: b@x.jp' },
  ],
])('a start with %s is refused', (_, env) => {
  expect(() => readConfig(env)).toThrow();
});

test('premise: what is right is taken', () => {
  const env = {
    ...FROM,
    AZUKARI_SMTP: 'smtps://a%40b:100%25@mail.example.jp',
    AZUKARI_FAMILY_URL: 'https://x.example.jp/f/',
  };
  expect(readConfig(env)).toMatchObject({
    family: { url: 'https://x.example.jp/f', proxied: false, patienceMs: 10_000 },
    mail: { from: 'house@example.jp' },
  });
});

test('a database over the network is sealed and known, or the start names its setting', () => {
  expect(() => readConfig({ DATABASE_URL: 'postgres://a:b@db.example.jp/azukari' })).toThrow(
    /DATABASE_URL[^]*sslmode=verify-full/,
  );
  for (const url of [
    DATABASE,
    `${DATABASE}&sslrootcert=/etc/azukari/database-ca.pem`,
    'postgres://a:b@127.0.0.1:5433/azukari',
    'postgres://a:b@[::1]/azukari',
    'postgres://a:b@localhost/azukari',
    'postgres://a@%2Fvar%2Frun%2Fpostgresql/azukari',
    'postgres:///azukari?host=/var/run/postgresql',
  ])
    expect(readConfig({ DATABASE_URL: url }).database).toEqual({ kind: 'postgres', url, ownerUrl: url });
});

test('without a certificate only the loopback is served, with one the network', () => {
  const tls = { AZUKARI_TLS_CERT: '/tls/server.pem', AZUKARI_TLS_KEY: '/tls/server.key' };
  expect([readConfig({}).host, readConfig({}).tls]).toEqual(['127.0.0.1', null]);
  expect(readConfig(tls)).toMatchObject({
    host: '0.0.0.0',
    tls: { certFile: '/tls/server.pem', keyFile: '/tls/server.key' },
  });
  expect(readConfig({ AZUKARI_HOST: '', AZUKARI_TLS_CERT: '', AZUKARI_TLS_KEY: '' }).host).toBe('127.0.0.1');
});

test('whose auditors see every home is a list of sign-in names', () => {
  expect(readConfig({}).headOffice).toEqual([]);
  expect(readConfig({ AZUKARI_HEAD_OFFICE: ' Honbu, kansa,' }).headOffice).toEqual(['honbu', 'kansa']);
});
