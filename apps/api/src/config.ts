import { join, resolve } from 'node:path';
import { z } from 'zod';

const url = z.preprocess(
  (given) => (given === '' ? undefined : given),
  z.url({ protocol: /^postgres(ql)?$/ }).optional(),
);

const environment = z.object({
  /** Folder of the database, the keys and the anchors. */
  AZUKARI_DATA: z.string().default('./data'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on: loopback only, because sessions over plain HTTP belong nowhere else. */
  AZUKARI_HOST: z.enum(['127.0.0.1', '::1', 'localhost']).default('127.0.0.1'),
  /** PostgreSQL as the application's role; without it the database is a SQLite file in AZUKARI_DATA. */
  DATABASE_URL: url,
  /** PostgreSQL as the owner of the tables; used by migrations only. */
  DATABASE_OWNER_URL: url,
  /** Folder of the built web application. */
  AZUKARI_WEB: z.string().optional(),
  AZUKARI_DEMO: z.enum(['1']).optional(),
  /** Demo only: how many days before today the declared clock begins, so that a past can be made in its own order. */
  AZUKARI_DEMO_DAYS: z.coerce.number().int().min(0).max(4000).default(0),
  AZUKARI_IDLE_MINUTES: z.coerce
    .number()
    .min(1)
    .max(24 * 60)
    .default(15),
  AZUKARI_LOG: z.enum(['silent', 'error', 'info', 'debug']).default('info'),
});

/** Config is all that the surroundings decide. */
export interface Config {
  readonly dataFolder: string;
  readonly keysFolder: string;
  readonly anchorsFolder: string;
  readonly port: number;
  readonly host: string;
  readonly database:
    | { readonly kind: 'sqlite'; readonly file: string }
    | { readonly kind: 'postgres'; readonly url: string; readonly ownerUrl: string };
  readonly webFolder: string;
  readonly demo: boolean;
  readonly demoDays: number;
  /** The session ends after so long without a touch. */
  readonly idleMs: number;
  /** The session ends then in any case: a night shift has 16 hours. */
  readonly absoluteMs: number;
  readonly logLevel: 'silent' | 'error' | 'info' | 'debug';
}

/** readConfig is the only reader of the environment; a wrong value stops the start with its name. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = environment.parse(env);
  const dataFolder = resolve(given.AZUKARI_DATA);
  return {
    dataFolder,
    keysFolder: join(dataFolder, 'keys'),
    anchorsFolder: join(dataFolder, 'anchors'),
    port: given.PORT,
    host: given.AZUKARI_HOST,
    database: given.DATABASE_URL
      ? { kind: 'postgres', url: given.DATABASE_URL, ownerUrl: given.DATABASE_OWNER_URL ?? given.DATABASE_URL }
      : { kind: 'sqlite', file: join(dataFolder, 'azukari.sqlite') },
    webFolder: given.AZUKARI_WEB ?? resolve(import.meta.dirname, '../../web/dist/browser'),
    demo: given.AZUKARI_DEMO === '1',
    demoDays: given.AZUKARI_DEMO === '1' ? given.AZUKARI_DEMO_DAYS : 0,
    idleMs: given.AZUKARI_IDLE_MINUTES * 60_000,
    absoluteMs: 18 * 60 * 60_000,
    logLevel: given.AZUKARI_LOG,
  };
}

/** CONFIG is the token under which the configuration is injected. */
export const CONFIG = Symbol('config');
