import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { BALLAST_BYTES, freeBytes, inMib, ROOM, roomOf } from '../database/disk-room.ts';
import type { Room } from '../database/disk-room.ts';

const LOOK_EVERY_MS = 60_000;
const BALLAST = 'ballast';

/**
 * Disk is how much room there is for the record. While there is plenty it keeps a ballast, a file of nothing, which is let go when the
 * last room is nearly gone: returns and 救急 go on for as long as somebody needs to make room. PostgreSQL has its own disk, a demo
 * nothing to keep.
 */
@Injectable()
export class Disk implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Disk.name);
  private readonly ballast: string;
  private timer: NodeJS.Timeout | undefined;
  /** How many bytes are free; null where nobody looks. */
  free: (() => number) | null;

  constructor(@Inject(CONFIG) { dataFolder, database, demo, wakes }: Config) {
    this.ballast = join(dataFolder, BALLAST);
    this.free = database.kind === 'sqlite' && !demo && wakes ? () => freeBytes(dataFolder) : null;
  }

  onApplicationBootstrap(): void {
    if (this.free === null) return;
    this.look();
    this.timer = setInterval(() => {
      this.look();
    }, LOOK_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** room is how full the disk is now. */
  get room(): Room {
    return this.free === null ? 'roomy' : roomOf(this.free());
  }

  /** short is how full it is and how much is left, once that has to be said. */
  get short(): { readonly room: Exclude<Room, 'roomy'>; readonly freeMb: number } | null {
    const { room } = this;
    return room === 'roomy' ? null : { room, freeMb: inMib(this.free?.() ?? 0) };
  }

  /** look lets the ballast go where room is needed at once, and takes it in again where there is plenty. */
  look(): void {
    const free = this.free?.() ?? ROOM.enough;
    if (free < ROOM.last && existsSync(this.ballast)) {
      rmSync(this.ballast);
      this.logger.error('the disk is full: the ballast was let go');
    } else if (free >= ROOM.roomy + BALLAST_BYTES) this.load();
  }

  /** A file system that stores zeros as nothing would keep no room for them. */
  private load(): void {
    if (statSync(this.ballast, { throwIfNoEntry: false })?.size === BALLAST_BYTES) return;
    try {
      writeFileSync(this.ballast, randomFillSync(Buffer.allocUnsafe(BALLAST_BYTES)), { mode: 0o600 });
    } catch (error) {
      rmSync(this.ballast, { force: true });
      this.logger.error('no ballast could be taken in', error);
    }
  }
}
