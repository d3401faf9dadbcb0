import { Injectable } from '@nestjs/common';
import { dayInTokyo, handOverKey, may, notAhead } from '@azukari/domain';
import type { Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import { withId } from '../http/id.ts';
import { accepted, Refused } from '../http/refused.ts';
import { storagePaths } from '../items/storage-paths.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { keepKeys, keysKept, moveKey, readLockerKeys, readReceivers } from './key-rows.ts';

type Answer = AnswerOf<typeof contract.readKeys>;

/** KeysService is 鍵: who has the key of which locker. */
@Injectable()
export class KeysService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  list(by: SignedIn): Promise<Answer> {
    return this.read(this.database.reads.sql, by.facilityId);
  }

  handOver(
    by: SignedIn,
    storageId: Uuid,
    body: BodyOf<typeof contract.handOverKey>,
  ): Promise<AnswerOf<typeof contract.handOverKey>> {
    const { facilityId } = by;
    return this.commands.once(
      { by, route: 'handOverKey', body: withId(storageId, body) },
      async (tx, author) => {
        const { sql } = tx;
        const { from, to } = body;
        const now = this.clock.now();
        const key = (await readLockerKeys(sql, facilityId)).find((one) => one.storageId === storageId);
        const on = dayInTokyo(notAhead(body.at, now) ?? now);
        const receiver =
          to === null ? null : (await readReceivers(sql, facilityId, on)).find((one) => one.staffId === to);
        if (!key || receiver === undefined) throw new Refused({ kind: 'not-found' });
        if (!(await keysKept(sql, facilityId))) throw new Refused({ kind: 'keys-off' });
        const occurredAt = accepted(handOverKey(body, { key, actor: by, receiver, now }));
        const entries = await this.ledger.append(tx, author, [
          houseEntry(
            'locker-key.handed-over',
            { locker: storageId, from, to },
            {
              occurredAt,
              private: {
                ...(key.holder && { holderName: key.holder.name }),
                ...(receiver && { receiverName: receiver.name }),
              },
            },
          ),
        ]);
        await moveKey(sql, facilityId, { storageId, to, since: occurredAt ?? now });
        return { entries, subject: storageId };
      },
      async ({ sql }, receipt) => ({ receipt, keys: await this.read(sql, facilityId) }),
    );
  }

  set(by: SignedIn, body: BodyOf<typeof contract.setKeys>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'setKeys', body },
      async (tx, author) => {
        const { kept } = body;
        if ((await keysKept(tx.sql, by.facilityId)) === kept) throw new Refused({ kind: 'nothing-to-change' });
        await keepKeys(tx.sql, by.facilityId, kept);
        return {
          entries: await this.ledger.append(tx, author, [houseEntry('locker-keys.set', { kept: kept ? 'yes' : 'no' })]),
        };
      },
      ({ sql }) => this.read(sql, by.facilityId),
    );
  }

  private async read(sql: Statements, facilityId: Uuid): Promise<Answer> {
    const kept = await keysKept(sql, facilityId);
    if (!kept) return { kept, keys: [], receivers: [] };
    const paths = await storagePaths(sql, facilityId);
    const receivers = await readReceivers(sql, facilityId, this.clock.today());
    return {
      kept,
      keys: (await readLockerKeys(sql, facilityId)).map(({ storageId, holder, ...key }) => ({
        ...key,
        locker: { id: storageId, path: paths.get(storageId) ?? '' },
        holder: holder && { id: holder.staffId, name: holder.name },
      })),
      receivers: receivers
        .filter((person) => may(person, 'hold-keys'))
        .map(({ staffId, name }) => ({ id: staffId, name })),
    };
  }
}
