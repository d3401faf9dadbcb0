import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { may, tokyoTime } from '@azukari/domain';
import type { CalendarDay, Uuid } from '@azukari/domain';
import type { AnswerOf, readBoard } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { isDiskFull } from '../database/disk-full.ts';
import { FacilityRow } from '../database/rows.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { FormsService } from './forms.service.ts';
import { hasList, isThere, keepList, tryRoom } from './night-files.ts';

/** NightTrouble is why tonight's list does not lie where it should. */
export type NightTrouble = NonNullable<AnswerOf<typeof readBoard>['nightFile']>;

const LOOK_EVERY_MS = 60_000;
const AGAIN_AFTER_MS = 10 * 60_000;

/**
 * NightKeeper writes 夜間・停電用一覧 of every home into a folder, from the hour on at which the home asks for it, and keeps seven evenings:
 * what is left when the computer dies and nobody has printed. It is in clear, for somebody who has nothing but another computer.
 */
@Injectable()
export class NightKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(NightKeeper.name);
  private readonly troubles = new Map<Uuid, { readonly trouble: NightTrouble; readonly atMs: number }>();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | null = null;
  /** Puts a list into the folder; a suite has another disk. */
  keep = keepList;
  /** After a failure it rests for so long; a suite does not wait. */
  againAfterMs = AGAIN_AFTER_MS;
  /** Where the lists go; null: nowhere. */
  readonly folder: string | null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly forms: FormsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.folder = config.nightLists;
  }

  onApplicationBootstrap(): void {
    if (this.folder === null || !this.config.wakes) return;
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    void this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
  }

  /** told is what is wrong at a home, to those who can print the list or look after the disk; null: nothing, or no folder was named. */
  told(by: SignedIn): NightTrouble | null {
    if (!may(by, 'print-forms') && !may(by, 'read-settings')) return null;
    return this.troubles.get(by.facilityId)?.trouble ?? null;
  }

  /** health is that of all homes, as a machine asks it: whoever can still print is only warned. */
  health(): 'ok' | 'warn' | 'off' {
    if (this.folder === null) return 'off';
    return this.troubles.size > 0 || !isThere(this.folder) ? 'warn' : 'ok';
  }

  /** look writes what is due and not there yet; after a failure not before a while. */
  look(): Promise<void> {
    const { folder } = this;
    if (folder === null) return Promise.resolve();
    this.working ??= this.all(folder)
      .catch((error: unknown) =>
        this.logger.error('no list for the night', error instanceof Error ? error.stack : error),
      )
      .finally(() => {
        this.working = null;
      });
    return this.working;
  }

  private async all(folder: string): Promise<void> {
    const day = this.clock.today();
    for (const home of await this.database.reads.rows.find(FacilityRow, { order: { id: 'ASC' } })) {
      const tried = this.troubles.get(home.id);
      const rests = tried !== undefined && this.clock.elapsedMs() - tried.atMs < this.againAfterMs;
      const due = home.nightListAt !== null && this.clock.now() >= tokyoTime(day, home.nightListAt);
      if (due && !rests) await this.one(folder, home, day);
    }
  }

  private async one(folder: string, home: FacilityRow, day: CalendarDay): Promise<void> {
    try {
      if (!isThere(folder)) {
        this.fail(home.id, 'folder-missing');
        return;
      }
      if (!hasList(folder, home, day)) {
        tryRoom(folder, home.id);
        const pieces = await this.forms.nightList(home.id);
        if (pieces !== null) this.keep(folder, home, day, pieces);
      }
      this.troubles.delete(home.id);
    } catch (error) {
      this.fail(home.id, isDiskFull(error) ? 'disk-full' : 'failed');
      this.logger.error('no list for the night', error instanceof Error ? error.stack : error);
    }
  }

  private fail(id: Uuid, trouble: NightTrouble): void {
    this.troubles.set(id, { trouble, atMs: this.clock.elapsedMs() });
  }
}
