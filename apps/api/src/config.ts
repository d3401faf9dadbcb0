import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { isMailAddress } from '@azukari/domain';
import * as z from 'zod';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

const url = filled(
  z
    .url({ protocol: /^postgres(ql)?$/ })
    .refine(isClosed, { error: 'over the network with sslmode=verify-full only' })
    .optional(),
);

/**
 * What goes to a database over the network is sealed and its server known: `sslmode=verify-full`, and nothing beside it that would say
 * otherwise. On this computer, by the loopback or a socket, it may be plain.
 */
function isClosed(text: string): boolean {
  const { hostname, searchParams: said } = new URL(text);
  const host = said.get('host') ?? decodeURIComponent(hostname);
  if (LOOPBACK.includes(host.replace(/^\[|\]$/g, '')) || host.startsWith('/')) return true;
  const loosened = ['ssl', 'uselibpqcompat', 'host'].some((name) => said.has(name));
  return said.getAll('sslmode').join() === 'verify-full' && !loosened;
}

/** In a file of settings a name is often there, and empty. */
function filled<T extends z.ZodType>(schema: T): z.ZodPreprocess<T> {
  return z.preprocess((given) => (given === '' ? undefined : given), schema);
}

const absolutePath = filled(z.string().refine(isAbsolute, { error: 'an absolute path' }).optional());

const environment = z.object({
  /** Folder of the database, the keys and the anchors. */
  AZUKARI_DATA: z.string().default('./data'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on: loopback only, because sessions over plain HTTP belong nowhere else; any with a certificate. */
  AZUKARI_HOST: filled(z.string().optional()),
  /** The certificate of the server with those that sign it (PEM), and its key; a new pair is taken without a restart. */
  AZUKARI_TLS_CERT: filled(z.string().optional()),
  AZUKARI_TLS_KEY: filled(z.string().optional()),
  /** PostgreSQL as the application's role; without it the database is a SQLite file in AZUKARI_DATA. */
  DATABASE_URL: url,
  /** PostgreSQL as the owner of the tables; used by migrations only. */
  DATABASE_OWNER_URL: url,
  /** Folder of the built web application. */
  AZUKARI_WEB: z.string().optional(),
  /**
   * How people reach the server, such as `https://azukari.example.jp`: passkeys are bound to that name, and cookies to TLS, whoever speaks
   * it. Without it passkeys work on localhost.
   */
  AZUKARI_URL: z.preprocess((given) => (given === '' ? undefined : given), z.url({ protocol: /^https$/ }).optional()),
  AZUKARI_DEMO: z.enum(['1']).optional(),
  /** Demo only: how many days before today the declared clock begins, so that a past can be made in its own order. */
  AZUKARI_DEMO_DAYS: z.coerce.number().int().min(0).max(4000).default(0),
  /** Demo only: where its mails can be read, which the screens then point to. */
  AZUKARI_DEMO_INBOX: z.url({ protocol: /^https?$/ }).optional(),
  /** Sign-in names of auditors who see the numbers of every home of the installation (施設の見わたし), parted by commas. */
  AZUKARI_HEAD_OFFICE: filled(z.string().optional()),
  AZUKARI_IDLE_MINUTES: z.coerce
    .number()
    .min(1)
    .max(24 * 60)
    .default(15),
  /** The same on an enrolled tablet, which many hands take up. */
  AZUKARI_TABLET_IDLE_MINUTES: z.coerce.number().min(1).max(15).default(3),
  /** The mail server, as `smtps://user:password@host` or `smtp://…` (which then must offer STARTTLS); without it no mail is sent. */
  AZUKARI_SMTP: filled(
    z
      .url({ protocol: /^smtps?$/ })
      .refine(hasReadableSignIn, { error: '% in user or password as %25' })
      .optional(),
  ),
  /** The address that mails come from. */
  AZUKARI_MAIL_FROM: z.string().refine(isMailAddress, { error: 'one mail address' }).optional(),
  /** A file of certificates that sign the mail server's, where no public authority does. */
  AZUKARI_MAIL_CA: z.string().optional(),
  /** How families reach their page from outside, such as `https://kazoku.example.jp`; without it mails carry a reply code. */
  AZUKARI_FAMILY_URL: filled(
    // A link is made of it by writing behind it.
    z
      .url({ protocol: /^https?$/ })
      .refine((text) => !/[?#@]/.test(text), { error: 'no query, fragment or sign-in' })
      .optional(),
  ),
  /** Whether the machinery of the notices wakes by itself; a suite wakes it when it wants. */
  AZUKARI_WAKES: z.enum(['0', '1']).default('1'),
  /** The port that answers the pages of families and nothing else, on the loopback; a reverse proxy stands before it. */
  AZUKARI_FAMILY_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  /** Whether browsers are told to ask hosts below that name over TLS only, too; `0` where others keep some there without it. */
  AZUKARI_FAMILY_SUBDOMAINS: z.enum(['0', '1']).default('1'),
  /** A reverse proxy stands before that port and says, as the last of X-Forwarded-For, who asks. */
  AZUKARI_FAMILY_PROXY: z.enum(['0', '1']).default('0'),
  /** How many seconds that port waits for a request to be whole. */
  AZUKARI_FAMILY_PATIENCE: z.coerce.number().int().min(1).max(10).default(10),
  /** A file on a second disk to which every signed checkpoint is appended; it is checked at the start. */
  AZUKARI_ANCHOR_FILE: absolutePath,
  /** A folder on a second disk for the backups; without it they lie in AZUKARI_DATA, on the disk that they are to replace. */
  AZUKARI_BACKUP_DIR: absolutePath,
  /** A folder on a second disk for the changes of every transaction: with the newest backup they lose nothing. */
  AZUKARI_JOURNAL: absolutePath,
  /** A folder on a second disk for 夜間・停電用一覧 of every evening, in clear; without it nobody but a person makes one. */
  AZUKARI_NIGHT_LISTS: absolutePath,
  /** Every how many hours a backup is made. */
  AZUKARI_BACKUP_HOURS: z.coerce.number().min(1).max(24).default(1),
  /** The port on the loopback that answers Prometheus with numbers of the server; without it there is none. */
  AZUKARI_METRICS_PORT: filled(z.coerce.number().int().min(0).max(65_535).optional()),
  /** A folder for the log, a file a day; without it the lines go to the standard output, where systemd takes them. */
  AZUKARI_LOG_DIR: absolutePath,
  AZUKARI_LOG: z.enum(['silent', 'error', 'info', 'debug']).default('info'),
});

/** Config is all that the surroundings decide. */
export interface Config {
  readonly dataFolder: string;
  readonly keysFolder: string;
  readonly anchorsFolder: string;
  /** Null: the checkpoints are kept on the disk of the data only. */
  readonly anchorFile: string | null;
  readonly backup: {
    readonly folder: string;
    /** The folder is the one beside the data, which the server makes. */
    readonly own: boolean;
    readonly everyMs: number;
    /** What closes backups; it is in none. */
    readonly keysFolder: string;
    /** Null: between two backups nothing is kept elsewhere. */
    readonly journal: string | null;
    /** Where a backup is opened again. */
    readonly scratch: string;
  };
  /** Null: the list for the night is written nowhere by itself. */
  readonly nightLists: string | null;
  readonly port: number;
  readonly host: string;
  /** Null: nobody said how people reach the server. */
  readonly url: URL | null;
  /** Null: plain HTTP, on the loopback only. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  readonly database:
    | { readonly kind: 'sqlite'; readonly file: string }
    | { readonly kind: 'postgres'; readonly url: string; readonly ownerUrl: string };
  readonly webFolder: string;
  /** The page that checks a pack without a network, which goes into every pack. */
  readonly verifyPage: string;
  /** Null: no mail is sent, and those who want one are written to on paper. */
  readonly mail: { readonly server: string; readonly from: string; readonly ca: string | null } | null;
  readonly wakes: boolean;
  /** Null: the pages of families are not served. */
  readonly family: {
    readonly url: string;
    readonly port: number;
    /** Who asks is told by a proxy before us. */
    readonly proxied: boolean;
    /** TLS is demanded of the hosts below its name as well. */
    readonly withSubdomains: boolean;
    readonly patienceMs: number;
  } | null;
  readonly demo: boolean;
  /** Whoever keeps accounts signs in with two factors. No setting changes it: only a demo does without, and suites build their own. */
  readonly demandsFactor: boolean;
  readonly demoDays: number;
  readonly demoInbox: string | null;
  /** Who sees the numbers of every home, by sign-in name. */
  readonly headOffice: readonly string[];
  /** The session ends after so long without a touch. */
  readonly idleMs: number;
  /** And after so long on an enrolled tablet. */
  readonly tabletIdleMs: number;
  /** The session ends then in any case: a night shift has 16 hours. */
  readonly absoluteMs: number;
  /** Null: nobody reads metrics. */
  readonly metricsPort: number | null;
  /** Null: the log goes to the standard output. */
  readonly logFolder: string | null;
  readonly logLevel: 'silent' | 'error' | 'info' | 'debug';
}

/** readConfig is the only reader of the environment; a wrong value stops the start with its name. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = environment.parse(env);
  const dataFolder = resolve(given.AZUKARI_DATA);
  return {
    url: given.AZUKARI_URL === undefined ? null : new URL(given.AZUKARI_URL),
    dataFolder,
    keysFolder: join(dataFolder, 'keys'),
    anchorsFolder: join(dataFolder, 'anchors'),
    anchorFile: given.AZUKARI_ANCHOR_FILE ?? null,
    backup: backupOf(dataFolder, given),
    nightLists: given.AZUKARI_NIGHT_LISTS ?? null,
    port: given.PORT,
    host: hostOf(given),
    tls: tlsOf(given),
    database: given.DATABASE_URL
      ? { kind: 'postgres', url: given.DATABASE_URL, ownerUrl: given.DATABASE_OWNER_URL ?? given.DATABASE_URL }
      : { kind: 'sqlite', file: join(dataFolder, 'azukari.sqlite') },
    webFolder: given.AZUKARI_WEB ?? resolve(import.meta.dirname, '../../web/dist/browser'),
    verifyPage: resolve(import.meta.dirname, '../../../tools/dist/verify.html'),
    mail: mailOf(given),
    wakes: given.AZUKARI_WAKES === '1',
    family: familyOf(given),
    demo: given.AZUKARI_DEMO === '1',
    demandsFactor: given.AZUKARI_DEMO !== '1',
    demoDays: given.AZUKARI_DEMO === '1' ? given.AZUKARI_DEMO_DAYS : 0,
    demoInbox: (given.AZUKARI_DEMO === '1' && given.AZUKARI_DEMO_INBOX) || null,
    headOffice: (given.AZUKARI_HEAD_OFFICE ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
    idleMs: given.AZUKARI_IDLE_MINUTES * 60_000,
    tabletIdleMs: given.AZUKARI_TABLET_IDLE_MINUTES * 60_000,
    absoluteMs: 18 * 60 * 60_000,
    metricsPort: given.AZUKARI_METRICS_PORT ?? null,
    logFolder: given.AZUKARI_LOG_DIR ?? null,
    logLevel: given.AZUKARI_LOG,
  };
}

function hostOf({ AZUKARI_HOST: host, AZUKARI_TLS_CERT: cert }: z.output<typeof environment>): string {
  if (cert !== undefined) return host ?? '0.0.0.0';
  if (host !== undefined && !LOOPBACK.includes(host))
    throw new Error(
      `AZUKARI_HOST=${host} needs AZUKARI_TLS_CERT and AZUKARI_TLS_KEY: without them only the loopback is served`,
    );
  return host ?? '127.0.0.1';
}

function tlsOf({ AZUKARI_TLS_CERT: cert, AZUKARI_TLS_KEY: key }: z.output<typeof environment>): Config['tls'] {
  if (cert === undefined && key === undefined) return null;
  if (cert === undefined || key === undefined) throw new Error('AZUKARI_TLS_CERT and AZUKARI_TLS_KEY need each other');
  return { certFile: resolve(cert), keyFile: resolve(key) };
}

function backupOf(dataFolder: string, given: z.output<typeof environment>): Config['backup'] {
  return {
    folder: given.AZUKARI_BACKUP_DIR ?? join(dataFolder, 'backups'),
    own: given.AZUKARI_BACKUP_DIR === undefined,
    everyMs: given.AZUKARI_BACKUP_HOURS * 3_600_000,
    keysFolder: join(dataFolder, 'backup-keys'),
    journal: given.AZUKARI_JOURNAL ?? null,
    scratch: join(dataFolder, 'backup-scratch'),
  };
}

function hasReadableSignIn(text: string): boolean {
  const { username, password } = new URL(text);
  return !/%(?![0-9a-f]{2})/i.test(username + password);
}

function mailOf(given: z.output<typeof environment>): Config['mail'] {
  const { AZUKARI_SMTP: server, AZUKARI_MAIL_FROM: from, AZUKARI_MAIL_CA: ca } = given;
  if (server === undefined) return null;
  if (from === undefined) throw new Error('AZUKARI_SMTP needs AZUKARI_MAIL_FROM');
  return { server, from, ca: ca === undefined ? null : readFileSync(ca, 'utf8') };
}

function familyOf(given: z.output<typeof environment>): Config['family'] {
  if (given.AZUKARI_FAMILY_URL === undefined) return null;
  return {
    url: given.AZUKARI_FAMILY_URL.replace(/(?<!\/)\/+$/, ''),
    port: given.AZUKARI_FAMILY_PORT,
    proxied: given.AZUKARI_FAMILY_PROXY === '1',
    withSubdomains: given.AZUKARI_FAMILY_SUBDOMAINS === '1',
    patienceMs: given.AZUKARI_FAMILY_PATIENCE * 1000,
  };
}

/** CONFIG is the token under which the configuration is injected. */
export const CONFIG = Symbol('config');
