import { Injectable } from '@nestjs/common';
import type { Instant, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { StaffRow } from '../database/rows.ts';
import type { Statements } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { refuseBreakGlass } from '../session/break-glass.ts';
import { hashPassword, inventCode } from '../session/passwords.ts';
import { Sessions } from '../session/sessions.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Answer = AnswerOf<typeof contract.readBreakGlass>;

const NAME = { name: '緊急用アカウント', kana: 'きんきゅうようアカウント' };
const SIGN_IN_NAME = 'kinkyu';

/** BreakGlassService keeps the account in the sealed envelope: who keeps accounts makes its secret, a manager closes its use. */
@Injectable()
export class BreakGlassService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly sessions: Sessions,
  ) {}

  read(by: SignedIn): Promise<Answer> {
    return answerFrom(this.database.reads.sql, by.facilityId);
  }

  /** seal invents a secret in the place of the one before; only its hash is kept, and it is told once: a command sent again tells none. */
  async seal(
    by: SignedIn,
    body: BodyOf<typeof contract.sealBreakGlass>,
  ): Promise<AnswerOf<typeof contract.sealBreakGlass>> {
    const code = inventCode();
    const passwordHash = await hashPassword(code);
    return this.commands.once(
      { by, route: 'sealBreakGlass', body },
      async (tx, author) => {
        await refuseBreakGlass(tx.sql, by.staffId);
        const staff = await this.accountOf(tx, by.facilityId, passwordHash);
        await tx.sql.run('UPDATE break_glass SET sealed_at = ? WHERE staff_id = ?', [this.clock.now(), staff]);
        return { entries: await this.ledger.append(tx, author, [houseEntry('break-glass.made', { staff })]) };
      },
      async (tx, _, __, again) => ({ ...(await answerFrom(tx.sql, by.facilityId)), code: again ? null : code }),
    );
  }

  /** close says why it was used, and ends the session that it opened. */
  close(by: SignedIn, body: BodyOf<typeof contract.closeBreakGlass>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'closeBreakGlass', body },
      async (tx, author) => {
        await refuseBreakGlass(tx.sql, by.staffId);
        const open = await tx.sql.get<{ staff: Uuid }>(
          'SELECT staff_id AS staff FROM break_glass WHERE facility_id = ? AND used_at IS NOT NULL',
          [by.facilityId],
        );
        if (!open) throw new Refused({ kind: 'nothing-to-change' });
        const { staff } = open;
        await tx.sql.run('UPDATE break_glass SET used_at = NULL WHERE staff_id = ?', [staff]);
        await this.sessions.endAllOf(tx, staff);
        const { reason } = body;
        const entry = houseEntry('break-glass.closed', { staff }, { private: { reason } });
        return { entries: await this.ledger.append(tx, author, [entry]) };
      },
      (tx) => answerFrom(tx.sql, by.facilityId),
    );
  }

  /** The account, with its new secret; a session that the old one opened ends. */
  private async accountOf(tx: Tx, facilityId: Uuid, passwordHash: string): Promise<Uuid> {
    const known = await tx.sql.get<{ id: Uuid }>('SELECT staff_id AS id FROM break_glass WHERE facility_id = ?', [
      facilityId,
    ]);
    if (known) {
      await tx.rows.update(StaffRow, { id: known.id }, { passwordHash });
      await this.sessions.endAllOf(tx, known.id);
      return known.id;
    }
    const id: Uuid = crypto.randomUUID();
    const loginId = await freeSignInName(tx);
    await tx.rows.insert(StaffRow, {
      id,
      facilityId,
      ...NAME,
      loginId,
      passwordHash,
      codeEndsMs: null,
      role: 'manager',
      leftOn: null,
      version: 1,
    });
    await tx.sql.run('INSERT INTO break_glass (facility_id, staff_id) VALUES (?, ?)', [facilityId, id]);
    return id;
  }
}

/** Two houses may share a database, and sign-in names are one list. */
async function freeSignInName({ rows }: Tx): Promise<string> {
  for (let n = 1; ; n++) {
    const loginId = n === 1 ? SIGN_IN_NAME : `${SIGN_IN_NAME}-${String(n)}`;
    if (!(await rows.findOneBy(StaffRow, { loginId }))) return loginId;
  }
}

async function answerFrom(sql: Statements, facilityId: Uuid): Promise<Answer> {
  const row = await sql.get<{ id: Uuid; loginId: string; sealedAt: Instant | null; usedAt: Instant | null }>(
    `SELECT staff.id AS id, login_id AS "loginId", sealed_at AS "sealedAt", used_at AS "usedAt"
     FROM break_glass JOIN staff ON staff.id = break_glass.staff_id WHERE break_glass.facility_id = ?`,
    [facilityId],
  );
  if (!row) return { account: null };
  const loginId = sql.sealed.open('staff.login_id', row.id, row.loginId);
  return { account: { loginId, sealedAt: row.sealedAt, usedAt: row.usedAt } };
}
