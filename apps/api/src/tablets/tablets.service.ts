import { Injectable } from '@nestjs/common';
import { instantAt } from '@azukari/domain';
import type { Instant, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { inventCode } from '../session/passwords.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { hashOf } from '../session/token.ts';

type Answer = AnswerOf<typeof contract.listTablets>;

interface TabletRow {
  readonly id: Uuid;
  readonly name: string;
  readonly codeEndsMs: number | null;
  readonly enrolledAt: Instant | null;
  readonly seenMs: number | null;
}

/** Long enough to walk to the tablet. */
const CODE_MS = 15 * 60_000;

/** TabletsService keeps the list of shared tablets; what happens on one is the door's. */
@Injectable()
export class TabletsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  list(by: SignedIn): Promise<Answer> {
    return this.read(this.database.reads.sql, by.facilityId);
  }

  /** add invents the code that enrols the tablet; only its hash is kept, and a command sent again tells none. */
  add(by: SignedIn, body: BodyOf<typeof contract.addTablet>): Promise<AnswerOf<typeof contract.addTablet>> {
    const code = inventCode();
    const { facilityId } = by;
    return this.commands.once(
      { by, route: 'addTablet', body },
      async (tx, author) => {
        const id: Uuid = crypto.randomUUID();
        await tx.sql.run('INSERT INTO tablet (id, facility_id, name, code_hash, code_ends_ms) VALUES (?, ?, ?, ?, ?)', [
          id,
          facilityId,
          tx.sql.sealed.close('tablet.name', id, body.name),
          hashOf(code),
          this.clock.elapsedMs() + CODE_MS,
        ]);
        const added = houseEntry('tablet.added', { tablet: id }, { private: { label: body.name } });
        return { entries: await this.ledger.append(tx, author, [added]) };
      },
      async ({ sql }, _, __, again) => ({ ...(await this.read(sql, facilityId)), code: again ? null : code }),
    );
  }

  /** revoke takes effect on the next request from there: the tablet's token and its sessions are gone. */
  revoke(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.revokeTablet>): Promise<Answer> {
    const { facilityId } = by;
    return this.commands.about(
      { by, route: 'revokeTablet', body, id },
      async ({ sql }) => {
        const tablet = (await this.read(sql, facilityId)).tablets.find((one) => one.id === id);
        if (!tablet) throw new Refused({ kind: 'not-found' });
        return tablet;
      },
      async (tx, author, { name }) => {
        await tx.sql.run('DELETE FROM session WHERE tablet_id = ?', [id]);
        await tx.sql.run('DELETE FROM tablet WHERE id = ?', [id]);
        return this.ledger.append(tx, author, [
          houseEntry('tablet.revoked', { tablet: id }, { private: { label: name } }),
        ]);
      },
      ({ sql }) => this.read(sql, facilityId),
    );
  }

  private async read(sql: Statements, facilityId: Uuid): Promise<Answer> {
    const rows = await sql.all<TabletRow>(
      `SELECT id, name, code_ends_ms AS "codeEndsMs", enrolled_at AS "enrolledAt", seen_ms AS "seenMs"
       FROM tablet WHERE facility_id = ?`,
      [facilityId],
    );
    const tablets = rows.map(({ id, name, codeEndsMs, enrolledAt, seenMs }) => ({
      id,
      name: sql.sealed.open('tablet.name', id, name),
      enrolledAt,
      codeEndsAt: codeEndsMs === null ? null : instantAt(codeEndsMs),
      seenAt: seenMs === null ? null : instantAt(seenMs),
    }));
    return { tablets: tablets.sort((one, other) => one.name.localeCompare(other.name, 'ja')) };
  }
}
