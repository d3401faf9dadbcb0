import { Injectable } from '@nestjs/common';
import { anchorCode, base64, checkpointBody, LOG_KINDS } from '@azukari/domain';
import type { Draft, EntryFacts, GapObstacle, Instant, LogKind, Uuid } from '@azukari/domain';
import type { AnswerOf, BodyOf, confirmGap, explainGap, listEntries, listGaps } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Refused } from '../http/refused.ts';
import { Checkpoints } from '../ledger/checkpoints.ts';
import { Commands } from '../ledger/commands.ts';
import type { Gap } from '../ledger/continuity.ts';
import { sha256 } from '../ledger/crypto.ts';
import { gapLeaves, markOf } from '../ledger/explanations.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Keys } from '../ledger/keys.ts';
import { LedgerCheck } from '../ledger/ledger-check.ts';
import { LedgerReader, viewerOf } from '../ledger/ledger-reader.ts';
import { Ledger, lockHead, readHead } from '../ledger/ledger.ts';
import type { Head } from '../ledger/ledger.ts';
import { refuseUnlessFresh } from '../session/signed-in.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Listed = AnswerOf<typeof listGaps>;
type Recorded = AnswerOf<typeof explainGap>;
type Explained = Listed['explained'][number];
type EntryView = AnswerOf<typeof listEntries>['entries'][number];

interface OpenGap extends Gap {
  readonly log: LogKind;
  readonly head: Head;
}

const MOST_SHOWN = 100;

/**
 * GapsService ends a gap of the record: a person gives up exactly the signed checkpoints that it does not continue, in entries, and
 * signing goes on at once; another person confirms that she has read it.
 */
@Injectable()
export class GapsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly keys: Keys,
    private readonly checkpoints: Checkpoints,
    private readonly check: LedgerCheck,
    private readonly reader: LedgerReader,
  ) {}

  async list(by: SignedIn): Promise<Listed> {
    const { sql } = this.database.reads;
    const { open, blocked } = await this.look(sql, by.facilityId);
    return {
      open: await Promise.all(open.map((gap) => openGap(sql, gap))),
      blocked: this.check.of(by.facilityId).broken && open.length > 0 ? 'altered' : blocked,
      explained: await this.explained(by),
    };
  }

  /** explain gives up what is named, when it is exactly what the server finds; afterwards both logs are signed again. */
  async explain(by: SignedIn, body: BodyOf<typeof explainGap>): Promise<Recorded> {
    refuseUnlessFresh(by, this.clock.elapsedMs());
    const recorded = await this.commands.once(
      { by, route: 'explainGap', body },
      async (tx, author) => {
        const gaps = await this.named(tx.sql, by.facilityId, body.gaps);
        const custody = await this.drafts(tx, { gaps, by, body }, 'custody');
        const entries = await this.ledger.append(tx, author, custody);
        const access = await this.drafts(tx, { gaps: gaps.filter(({ log }) => log === 'access'), by, body }, 'access');
        if (access.length > 0) await this.ledger.append(tx, author, access, 'access');
        return { entries };
      },
      (_, receipt) => ({ receipt }),
    );
    await this.checkpoints.goOn(by.facilityId);
    return recorded;
  }

  /** confirm says that another person has read an explanation. */
  confirm(by: SignedIn, body: BodyOf<typeof confirmGap>): Promise<AnswerOf<typeof confirmGap>> {
    refuseUnlessFresh(by, this.clock.elapsedMs());
    return this.commands.once(
      { by, route: 'confirmGap', body },
      async (tx, author) => {
        const leaves = await gapLeaves(tx.sql, (await lockHead(tx, by.facilityId, 'custody')).id);
        const of = leaves.find(({ type, seq, part }) => type === 'log.gap-explained' && part === 0 && seq === body.seq);
        if (!of) throw new Refused({ kind: 'not-found' });
        if (of.actor === `staff:${by.staffId}`) throw new Refused({ kind: 'gap-by-one' });
        if (leaves.some((leaf) => leaf.type === 'log.gap-confirmed' && leaf.facts.of === body.seq))
          throw new Refused({ kind: 'gap-confirmed' });
        return { entries: await this.ledger.append(tx, author, [houseEntry('log.gap-confirmed', { of: body.seq })]) };
      },
      (_, receipt) => ({ receipt }),
    );
  }

  private async look(
    sql: Statements,
    facilityId: Uuid,
  ): Promise<{ readonly open: readonly OpenGap[]; readonly blocked: GapObstacle | null }> {
    const open: OpenGap[] = [];
    let blocked: GapObstacle | null = null;
    for (const log of LOG_KINDS) {
      const head = await readHead(sql, facilityId, log);
      if (!head) throw new Error(`facility ${facilityId} has no ${log} log`);
      const standing = await this.checkpoints.standingOf(sql, head);
      if (standing.kind === 'gap') open.push({ ...standing, log, head });
      else if (standing.kind === 'blocked') blocked ??= standing.because;
    }
    return { open, blocked };
  }

  /** What is to be given up has to be all that the server finds, and nothing else. */
  private async named(
    sql: Statements,
    facilityId: Uuid,
    given: BodyOf<typeof explainGap>['gaps'],
  ): Promise<readonly OpenGap[]> {
    const { open, blocked } = await this.look(sql, facilityId);
    if (blocked) throw new Refused({ kind: 'gap-blocked', because: blocked });
    if (this.check.of(facilityId).broken) throw new Refused({ kind: 'gap-blocked', because: 'altered' });
    const asText = ({ log, size, root }: (typeof given)[number]): string => `${log} ${String(size)} ${root}`;
    const found = open.map(({ log, givenUp: { size, root } }) => asText({ log, size, root: base64(root) }));
    if (found.length === 0 || found.sort().join() !== given.map(asText).sort().join())
      throw new Refused({ kind: 'gap-changed' });
    return open;
  }

  private async drafts(
    tx: Tx,
    {
      gaps,
      by,
      body,
    }: {
      readonly gaps: readonly OpenGap[];
      readonly by: SignedIn;
      readonly body: BodyOf<typeof explainGap>;
    },
    into: LogKind,
  ): Promise<Draft[]> {
    if (gaps.length === 0) return [];
    const { name, size: next } = await lockHead(tx, by.facilityId, into);
    return gaps.map(({ log, from, givenUp: { size, root } }, part) => {
      const facts = { log, from, size, root: base64(root), cause: body.cause };
      const mark = markOf(this.keys, name, next + part, facts);
      return houseEntry('log.gap-explained', { ...facts, mark }, { private: { reason: body.reason } });
    });
  }

  private async explained(by: SignedIn): Promise<Explained[]> {
    const type = 'log.gap-explained,log.gap-confirmed';
    const { entries } = await this.reader.list(viewerOf(by), { log: 'custody', type, limit: MOST_SHOWN });
    const confirmations = entries.filter((entry) => entry.type === 'log.gap-confirmed');
    return entries
      .filter((entry) => entry.type === 'log.gap-explained' && entry.part === 0)
      .map((first) => {
        const parts = entries.filter(({ command, type: of }) => command === first.command && of === first.type);
        const confirmed = confirmations.find(({ facts }) => facts['of'] === first.seq);
        return {
          ...signed(first),
          cause: factsOf(first).cause,
          reason: first.private['reason'] ?? null,
          gaps: parts
            .toReversed()
            .map(factsOf)
            .map(({ log, from, size, root }) => ({ log, from, size, root })),
          confirmed: confirmed ? signed(confirmed) : null,
        };
      });
  }
}

function signed({ seq, recordedAt, actor }: EntryView): Pick<Explained, 'seq' | 'at' | 'by'> {
  return { seq, at: recordedAt, by: actor };
}

/** The record's reader has checked the facts against their shape. */
function factsOf({ facts }: EntryView): EntryFacts<'log.gap-explained'> {
  return facts as unknown as EntryFacts<'log.gap-explained'>;
}

async function openGap(sql: Statements, { log, head, from, givenUp }: OpenGap): Promise<Listed['open'][number]> {
  const { size, root } = givenUp;
  const last = await sql.get<{ at: Instant }>('SELECT recorded_at AS at FROM log_leaf WHERE log = ? AND seq = ?', [
    head.id,
    from - 1,
  ]);
  return {
    log,
    size,
    root: base64(root),
    code: anchorCode(checkpointBody(givenUp), sha256),
    from,
    fromAt: last?.at ?? null,
    now: head.size,
    lostAtLeast: Math.max(1, size - head.size),
  };
}
