import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import type { Author } from '../ledger/ledger.ts';
import { Eraser } from './eraser.ts';
import { ErasedList } from './erased-list.ts';
import type { Erased } from './erased-list.ts';
import { insertErasure, readErasure, readErasures } from './erasure-rows.ts';
import { personMeant } from './people-left.ts';
import { wordsOf } from './words-of.ts';

const AGAIN_AFTER_MS = 1_000;

/**
 * Forgetting sees to it that what was erased stays so: it is listed outside of the database, wiped from the journal beside it, and
 * erased again before anybody is served where a backup has brought it back.
 */
@Injectable()
export class Forgetting implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(Forgetting.name);
  private readonly list: ErasedList;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly eraser: Eraser,
    @Inject(CONFIG) config: Config,
  ) {
    this.list = new ErasedList(config);
  }

  async onModuleInit(): Promise<void> {
    const listed = this.list.read();
    for (const erased of listed) await this.repeat(erased);
    const rows = await readErasures(this.database.reads.sql, null);
    if (rows.some(({ confirmedAt }) => confirmedAt !== null)) await this.begin();
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  /** begin lists what was erased and wipes the files; where a reader is in the way, again in a while. */
  async begin(): Promise<void> {
    const { journal } = this.database;
    // The words are in the changes of before: the next backup, which is due at once, lets their parts end.
    if (journal) journal.broken = true;
    try {
      await this.list.keep(await readErasures(this.database.reads.sql, null));
    } catch (error) {
      // The database knows it as well, and tells the list at every start.
      this.logger.error('what was erased was not listed', error instanceof Error ? error.stack : error);
    }
    this.wipe();
  }

  private wipe(): void {
    clearTimeout(this.timer);
    if (this.database.forget()) return;
    this.timer = setTimeout(() => {
      this.wipe();
    }, AGAIN_AFTER_MS);
    this.timer.unref();
  }

  private async repeat(erased: Erased): Promise<void> {
    const { id, facilityId, kind, personId } = erased;
    const known = await readErasure(this.database.reads.sql, facilityId, id);
    if (known?.confirmedAt) return;
    await this.database.writes.run(async (tx) => {
      if (!(await personMeant(tx.sql, erased))) return;
      await tx.sql.run('DELETE FROM erasure WHERE id = ?', [id]);
      await insertErasure(tx.sql, { ...erased, withdrawnAt: null });
      await this.eraser.erase(tx, theServer(facilityId), {
        person: erased,
        words: await wordsOf(tx.sql, erased),
        first: houseEntry(
          'privacy.erasure-repeated',
          { erasure: id, of: personId, kind },
          kind === 'resident' ? { resident: personId } : {},
        ),
      });
    });
  }
}

function theServer(facilityId: string): Author {
  return { facilityId, actor: 'system', name: null, auth: 'none', authAge: null, command: crypto.randomUUID() };
}
