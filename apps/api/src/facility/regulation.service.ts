import { Injectable } from '@nestjs/common';
import { REGULATION_PLACES } from '@azukari/domain';
import type { Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { regulationOn, USUAL } from './facility.regulation.ts';

type Answer = AnswerOf<typeof contract.readRegulation>;

/** RegulationService keeps a facility's own words in the 預り品等管理規程. The record alone holds them, for every day that has passed. */
@Injectable()
export class RegulationService {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  read(by: SignedIn): Promise<Answer> {
    return answerFrom(this.database.reads.sql, by.facilityId);
  }

  /** set makes one entry for each place that says something else now. */
  set(by: SignedIn, body: BodyOf<typeof contract.setRegulation>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'setRegulation', body },
      async (tx, author) => {
        const { own, version } = await regulationOn(tx.sql, by.facilityId, null);
        if (version !== body.version) throw new Refused({ kind: 'stale-version', version });
        const given = new Map(body.places.map(({ place, text }) => [place, text === USUAL[place] ? '' : text]));
        const changed = [...given].filter(([place, text]) => text !== (own[place] ?? ''));
        if (changed.length === 0) throw new Refused({ kind: 'nothing-to-change' });
        const entries = await this.ledger.append(
          tx,
          author,
          changed.map(([place, text]) =>
            houseEntry('regulation.set', { place }, text === '' ? {} : { private: { text } }),
          ),
        );
        return { entries };
      },
      (tx) => answerFrom(tx.sql, by.facilityId),
    );
  }
}

async function answerFrom(sql: Statements, facilityId: Uuid): Promise<Answer> {
  const { own, version } = await regulationOn(sql, facilityId, null);
  return {
    places: REGULATION_PLACES.map((place) => ({ place, usual: USUAL[place], own: own[place] ?? null })),
    version,
  };
}
