import { existsSync, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { formatManifest, LOG_KINDS, millisecondsOf } from '@azukari/domain';
import type { LogKind, Uuid } from '@azukari/domain';
import type { makePack, QueryOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { FacilityRow } from '../database/rows.ts';
import { Malformed } from '../http/parse.ts';
import { AccessLog } from '../ledger/access-log.ts';
import { authorOf } from '../ledger/author.ts';
import { Anchors } from '../ledger/anchors.ts';
import { Checkpoints } from '../ledger/checkpoints.ts';
import type { SignedCheckpoint } from '../ledger/checkpoints.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger, readHead } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import type { LogToPack } from './pack-files.ts';
import { readmeOf } from './pack-readme.ts';
import { spanOf } from './pack-span.ts';
import type { PackPeriod, Span } from './pack-span.ts';
import { Packer } from './packer.ts';
import type { Progress } from './zip-maker.ts';

/** The page that checks a pack without a network; a build that has one puts it into every pack. */
const PAGE = 'verify.html';

/** PackService hands the record over: that it leaves the house is an entry before its first byte does. */
@Injectable()
export class PackService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly accessLog: AccessLog,
    private readonly checkpoints: Checkpoints,
    private readonly anchors: Anchors,
    private readonly packer: Packer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** make answers the ZIP; where nothing may be signed there is none, because nobody could check it. */
  async make(by: SignedIn, { log, ...asked }: QueryOf<typeof makePack>): Promise<Readable> {
    const at = this.clock.now();
    const period = periodOf(asked, at);
    const kinds = LOG_KINDS.filter((kind) => log === undefined || log === kind);
    const spans: Span[] = [];
    for (const kind of kinds) {
      await this.checkpoints.newest(by.facilityId, kind);
      const head = await readHead(this.database.reads.sql, by.facilityId, kind);
      if (head) spans.push(await spanOf(this.database.reads.sql, kind, head, period));
    }
    for (const { log, from, closed } of spans.filter(({ kind }) => kind === 'custody'))
      await this.accessLog.noteExport(by, { log: log.id, from, to: closed?.size ?? log.size });
    await this.record(by, spans);
    const logs: LogToPack[] = [];
    for (const span of spans) logs.push(await this.closed(by.facilityId, span));
    const { name: facility } = await this.database.reads.rows.findOneByOrFail(FacilityRow, { id: by.facilityId });
    const { verifyPage } = this.config;
    const pages = existsSync(verifyPage) ? [[PAGE, readFileSync(verifyPage, 'utf8')] as const] : [];
    return this.packer.make(by.staffId, {
      database: this.config.database,
      keysFolder: this.config.keysFolder,
      at: millisecondsOf(at),
      texts: [
        ['README.txt', readmeOf({ facility, at, period, logs, page: pages.length > 0 })],
        ['pack.json', formatManifest({ logs })],
        ...pages,
      ],
      logs,
    });
  }

  progress(by: SignedIn): Progress | null {
    return this.packer.progress(by.staffId);
  }

  private async record(by: SignedIn, spans: readonly Span[]): Promise<void> {
    const drafts = spans.map(({ kind, from, closed }) =>
      houseEntry('pack.made', { log: kind, from, to: closed?.size ?? null }),
    );
    await this.database.writes.run((tx) => this.ledger.append(tx, authorOf(by, this.clock), drafts));
  }

  private async closed(facilityId: Uuid, { kind, log, from, closed }: Span): Promise<LogToPack> {
    const { size, note } = closed ?? (await this.sentOut(facilityId, kind));
    return { folder: kind, log: log.name, id: log.id, from, to: size, note };
  }

  private async sentOut(facilityId: Uuid, kind: LogKind): Promise<SignedCheckpoint> {
    const signed = await this.checkpoints.newest(facilityId, kind);
    if (kind === 'custody') await this.anchors.keep(facilityId, 'pack', signed, 'pack');
    return signed;
  }
}

/** What ends now or later has no end: it goes on to the entry that says that it was made. */
function periodOf({ from, to }: PackPeriod, now: string): PackPeriod {
  if (from !== undefined && from > now) throw new Malformed([{ path: 'from', code: 'in-future' }]);
  if (from !== undefined && to !== undefined && from >= to) throw new Malformed([{ path: 'to', code: 'before-from' }]);
  return { from, to: to !== undefined && to <= now ? to : undefined };
}
