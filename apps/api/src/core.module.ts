import { Global, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { journalFor } from './backup/journal-lock.ts';
import { Clock } from './clock.ts';
import { CONFIG } from './config.ts';
import type { Config } from './config.ts';
import { Database, openDatabase } from './database/database.ts';
import { Certificate } from './http/certificate.ts';
import { WebPages } from './http/web-pages.ts';
import { AccessLog } from './ledger/access-log.ts';
import { AnchorFile } from './ledger/anchor-file.ts';
import { Anchors } from './ledger/anchors.ts';
import { Checkpoints } from './ledger/checkpoints.ts';
import { Commands } from './ledger/commands.ts';
import { Keys } from './ledger/keys.ts';
import { LedgerCheck } from './ledger/ledger-check.ts';
import { Ledger } from './ledger/ledger.ts';

const DAY_MS = 86_400_000;

/** CoreModule is what every feature stands on: the database, the clock, the keys and the ledger. */
@Global()
@Module({})
export class CoreModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static with(config: Config): DynamicModule {
    const shared = [
      Clock,
      Database,
      Keys,
      Ledger,
      Commands,
      AccessLog,
      AnchorFile,
      Checkpoints,
      Anchors,
      LedgerCheck,
      WebPages,
      Certificate,
    ];
    return {
      module: CoreModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Database, useFactory: () => openDatabase(config, journalFor(config)) },
        { provide: Keys, useFactory: () => new Keys(config.keysFolder) },
        { provide: Clock, useFactory: () => new Clock(-config.demoDays * DAY_MS) },
        Ledger,
        Commands,
        AccessLog,
        AnchorFile,
        Checkpoints,
        Anchors,
        LedgerCheck,
        WebPages,
        Certificate,
      ],
      exports: [CONFIG, ...shared],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
