import { Injectable } from '@nestjs/common';
import type { Draft, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { readNoticeSettings, writeNoticeSettings } from './notice-settings.ts';
import type { NoticeSettings } from './notice-settings.ts';

interface Order {
  readonly by: SignedIn;
  readonly route: string;
  readonly body: { readonly commandId: Uuid; readonly version: number };
}

/** Chosen are settings that are otherwise from now on, and the entries that say so; none: nothing is. */
export interface Chosen {
  readonly settings: Partial<NoticeSettings>;
  readonly entries: readonly Draft[];
}

/** versionOf is the version that a screen sees: what has never been chosen has its first one. */
export function versionOf({ version }: NoticeSettings): number {
  return Math.max(version, 1);
}

/** NoticeChoices changes what a facility chooses for its notices; all of it shares one version. */
@Injectable()
export class NoticeChoices {
  constructor(
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  change<T>(
    order: Order,
    choose: (before: NoticeSettings) => Chosen,
    answer: (sql: Statements) => Promise<T>,
  ): Promise<T> {
    const { facilityId } = order.by;
    return this.commands.once(
      order,
      async (tx, author) => {
        const before = await readNoticeSettings(tx.sql, facilityId);
        const version = versionOf(before);
        if (order.body.version !== version) throw new Refused({ kind: 'stale-version', version });
        const { settings, entries } = choose(before);
        if (entries.length === 0) throw new Refused({ kind: 'nothing-to-change' });
        await writeNoticeSettings(tx.sql, facilityId, { ...before, ...settings, version: before.version + 1 });
        return { entries: await this.ledger.append(tx, author, entries) };
      },
      (tx) => answer(tx.sql),
    );
  }
}
