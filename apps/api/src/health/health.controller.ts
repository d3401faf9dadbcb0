import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readHealth } from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { Backups } from '../backup/backup.service.ts';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { Disk } from '../disk/disk.service.ts';
import { NightKeeper } from '../forms/forms.night-keeper.ts';
import { GapsGlance } from '../gaps/gaps.glance.ts';
import { Certificate } from '../http/certificate.ts';
import { Handles } from '../http/handles.ts';
import { AnchorFile } from '../ledger/anchor-file.ts';
import { Checkpoints } from '../ledger/checkpoints.ts';
import { LedgerCheck } from '../ledger/ledger-check.ts';
import { Machine } from '../notices/notices.machine.ts';

type Health = AnswerOf<typeof readHealth>;

/** Without a database nothing is known of the notices, and none goes out. */
const UNKNOWN = { scheduler: 'fail', mail: 'off', houses: null } as const;

/** Signing goes on without the second disk; somebody has to look after it. A file that lost what it had is no accident of a disk. */
const FILE = { off: 'off', ok: 'ok', missing: 'warn', failing: 'warn', cut: 'fail' } as const;

const DISK = { roomy: 'ok', low: 'warn', full: 'fail' } as const;

/** HealthController tells whether the server can be relied upon. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly checkpoints: Checkpoints,
    private readonly file: AnchorFile,
    private readonly check: LedgerCheck,
    private readonly clock: Clock,
    private readonly machine: Machine,
    private readonly certificate: Certificate,
    private readonly backups: Backups,
    private readonly disk: Disk,
    private readonly gaps: GapsGlance,
    private readonly nightFiles: NightKeeper,
  ) {}

  @Handles(readHealth, { quiet: true })
  async read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const database =
      (await this.answers()) && (await this.database.writes.writable()) ? ('ok' as const) : ('fail' as const);
    const sound = this.checkpoints.discontinuous.size === 0 && !this.check.broken;
    const ledger = sound ? ('ok' as const) : ('fail' as const);
    const { houses, ...notices } = database === 'ok' ? await this.machine.health() : UNKNOWN;
    const anchorFile = FILE[this.file.state];
    const disk = DISK[this.disk.room];
    const failed = [disk, database, ledger, anchorFile, notices.scheduler].includes('fail');
    if (failed) void reply.status(503);
    return {
      status: failed ? 'fail' : 'ok',
      checks: {
        database,
        ledger,
        ...notices,
        anchorFile,
        certificate: this.certificate.state,
        backup: this.backups.health(),
        nightLists: this.nightFiles.health(),
        disk,
        clock: this.clock.wentAstray() ? 'warn' : 'ok',
      },
      gaps: database === 'ok' ? await this.gaps.health() : null,
      houses,
      backup: this.backups.standing(),
      ...(request.ip === '127.0.0.1' || request.ip === '::1' ? { version: '0.1.0' } : {}),
    };
  }

  private answers(): Promise<boolean> {
    return this.database.reads.sql.get('SELECT 1 AS one').then(
      () => true,
      () => false,
    );
  }
}
