import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setUp } from '@azukari/contract';
import { createApp } from '../app.ts';
import { Clock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { Database } from '../database/database.ts';
import { COST, hashing } from '../session/passwords.ts';
import { SetUp } from '../set-up/set-up.service.ts';
import { migratedDatabase, migratedFile, ON_POSTGRES } from './databases.ts';
import { makersFor } from './makers.ts';
import type { Makers } from './makers.ts';
import { PASSWORD, Person } from './person.ts';

/** People sign in by the thousand here, and only the suites of sessions ask how hard their passwords are to guess. */
const CHEAP = { memoryCost: 64, timeCost: 1, parallelism: 1 } as const;

/** Home is one of the two facilities of a house, and its makers. */
export interface Home extends Makers {
  readonly facilityId: string;
  /** The facility's first manager, who is appointed as responsible. */
  readonly manager: Person;
}

/** House is the real server on an empty database of its own, with two facilities; the makers on it are the first one's. */
export interface House extends Home {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly clock: Clock;
  readonly dataFolder: string;
  readonly second: Home;
  /** nobody is not signed in. */
  readonly nobody: Person;
  /** signIn opens another session of somebody: `manager`, `other-manager`, or a sign-in name that was made. */
  signIn(loginId: string, password?: string): Promise<Person>;
  /** ledgerSize counts the entries of a facility's log; of the first one's custody log unless told. */
  ledgerSize(log?: 'custody' | 'access', facilityId?: string): Promise<number>;
  close(): Promise<void>;
}

/**
 * openHouse starts the server on a temporary folder with SQLite, or, when DATABASE_URL is set, on a new PostgreSQL database.
 * Suites close it in afterAll.
 */
export async function openHouse({
  demo = false,
  demandsFactor = false,
  costlyPasswords = false,
  env = {},
}: {
  readonly demo?: boolean;
  readonly demandsFactor?: boolean;
  /** Passwords are hashed at the server's own cost. */
  readonly costlyPasswords?: boolean;
  readonly env?: Readonly<Record<string, string>>;
} = {}): Promise<House> {
  hashing.cost = costlyPasswords ? COST : CHEAP;
  const dataFolder = mkdtempSync(join(tmpdir(), 'azukari-house-'));
  const suite = ON_POSTGRES ? await migratedDatabase() : null;
  if (!suite) writeFileSync(join(dataFolder, 'azukari.sqlite'), await migratedFile());
  const app = await createApp({
    ...readConfig({
      AZUKARI_DATA: dataFolder,
      AZUKARI_WEB: join(dataFolder, 'no-web'),
      AZUKARI_LOG: 'silent',
      AZUKARI_WAKES: '0',
      // Nobody listens there; a suite that sends has its own server.
      AZUKARI_SMTP: 'smtp://127.0.0.1:9',
      AZUKARI_MAIL_FROM: 'azukari@example.jp',
      AZUKARI_FAMILY_PORT: '0',
      AZUKARI_FAMILY_PATIENCE: '1',
      ...(suite && { DATABASE_URL: suite.databaseUrl, DATABASE_OWNER_URL: suite.ownerUrl }),
      ...(demo && { AZUKARI_DEMO: '1' }),
      ...env,
    }),
    demandsFactor,
  });
  await app.getHttpAdapter().getInstance().ready();
  const database = app.get(Database, { strict: false });
  const clock = app.get(Clock, { strict: false });
  const signIn = (loginId: string, password?: string): Promise<Person> => new Person(app, loginId, password).signIn();
  const homeOf = (manager: Person): Home => ({
    ...makersFor(app, manager, () => clock.today()),
    facilityId: manager.facilityId,
    manager,
  });

  await setUpBoth(app);
  const first = homeOf(await signIn('manager'));
  return {
    ...first,
    app,
    database,
    clock,
    dataFolder,
    second: homeOf(await signIn('other-manager')),
    nobody: new Person(app),
    signIn,
    ledgerSize: async (log = 'custody', facilityId = first.facilityId) => {
      const row = await database.reads.sql.get<{ size: number }>(
        'SELECT size FROM log_head JOIN log ON log.id = log_head.log WHERE kind = ? AND facility_id = ?',
        [log, facilityId],
      );
      return row?.size ?? 0;
    },
    close: async () => {
      await app.close();
      await suite?.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function setUpBoth(app: NestFastifyApplication): Promise<void> {
  const making = app.get(SetUp, { strict: false });
  const manager = { name: '佐藤 花子', kana: 'さとう はなこ', loginId: 'manager', password: PASSWORD };
  await new Person(app).ok(setUp, { code: making.oneTimeCode, facilityName: 'さくら苑', manager });
  const other = { name: '田中 次郎', kana: 'たなか じろう', loginId: 'other-manager', password: PASSWORD };
  await making.makeFacility('もみじ苑', other, false);
}
