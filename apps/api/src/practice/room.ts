import { mkdirSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { courseStepsDone, parseLeaf } from '@azukari/domain';
import type { CourseStep } from '@azukari/domain';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { readHead } from '../ledger/head.ts';
import { Sessions } from '../session/sessions.ts';
import { furnish } from './furnish.ts';
import type { Furnished } from './furnish.ts';
import { practiceConfig, practiceFolder } from './practice.config.ts';
import type { Desk } from './practice.desk.ts';

/** Build makes the server of a practice house, ready to be asked; it is the same code as the real one. */
export type Build = (config: Config, desk: Desk) => Promise<NestFastifyApplication>;

/** Model is a furnished practice house that nobody is in: its folder, which is copied. To furnish one takes ten times as long. */
export interface Model {
  readonly folder: string;
  readonly you: Furnished;
}

const MODEL = 'model';

/** Nobody follows a course while the model is furnished. */
const NO_DESK: Desk = {
  read: () => Promise.reject(new Error('there is no course')),
  skip: () => Promise.reject(new Error('there is no course')),
  beginAnew: () => Promise.reject(new Error('there is no course')),
  end: () => Promise.reject(new Error('there is no course')),
};

/** makeModel furnishes one; what fails on the way leaves nothing behind. */
export async function makeModel(build: Build, real: Config): Promise<Model> {
  const folder = newFolder(real, MODEL);
  const you = await orNothing(folder, async () => {
    const app = await build(practiceConfig(real, folder), NO_DESK);
    try {
      return await furnish(app);
    } finally {
      await app.close();
    }
  });
  return { folder, you };
}

/** Room is a practice house: a server with a database, keys and a record of its own, in a folder of its own. */
export class Room {
  /** The session of who practises; no browser ever gets it. */
  session = '';

  private constructor(
    readonly app: NestFastifyApplication,
    private readonly folder: string,
    private readonly you: Furnished,
  ) {}

  /** open makes one like the model. */
  static open(
    build: Build,
    { real, model }: { readonly real: Config; readonly model: Model },
    desk: Desk,
  ): Promise<Room> {
    const folder = newFolder(real, crypto.randomUUID());
    return orNothing(folder, async () => {
      await cp(model.folder, folder, { recursive: true });
      const app = await build(practiceConfig(real, folder), desk);
      const room = new Room(app, folder, model.you);
      await room.enter();
      return room;
    });
  }

  /** enter opens the session of who practises. */
  async enter(): Promise<void> {
    const sessions = this.app.get(Sessions, { strict: false });
    const { staffId: id, facilityId } = this.you;
    const { writes } = this.app.get(Database, { strict: false });
    this.session = await writes.run((tx) => sessions.begin(tx, { id, facilityId, tablet: null }, 'password'));
  }

  /** done are the steps that this house's own record shows. */
  async done(): Promise<readonly CourseStep[]> {
    const { sql } = this.app.get(Database, { strict: false }).reads;
    const head = await readHead(sql, this.you.facilityId, 'custody');
    const rows = await sql.all<{ body: string }>('SELECT body FROM log_leaf WHERE log = ? AND actor = ? ORDER BY seq', [
      head?.id ?? 0,
      `staff:${this.you.staffId}`,
    ]);
    return courseStepsDone(
      rows.flatMap(({ body }) => {
        const parsed = parseLeaf(body);
        return parsed.kind === 'leaf' ? [parsed.leaf] : [];
      }),
    );
  }

  /** close throws the house away. */
  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function newFolder(real: Config, name: string): string {
  const folder = join(practiceFolder(real), name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

async function orNothing<T>(folder: string, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
}
