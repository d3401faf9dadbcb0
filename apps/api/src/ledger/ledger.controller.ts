import { Controller, Header, Param, Query } from '@nestjs/common';
import { listEntries, readCheckpoint, readConsistency, readProof } from '@azukari/contract';
import type { AnswerOf, QueryOf } from '@azukari/contract';
import { may } from '@azukari/domain';
import { Handles } from '../http/handles.ts';
import { seq } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { Refused } from '../http/refused.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { Checkpoints } from './checkpoints.ts';
import { LedgerReader } from './ledger-reader.ts';

@Controller()
export class LedgerController {
  constructor(
    private readonly reader: LedgerReader,
    private readonly checkpoints: Checkpoints,
  ) {}

  @Handles(listEntries, 'read-record')
  list(
    @By() by: SignedIn,
    @Query(parse(listEntries.query)) query: QueryOf<typeof listEntries>,
  ): Promise<AnswerOf<typeof listEntries>> {
    // Who looked at whom is for those who answer for it.
    if (query.log === 'access' && !may(by, 'read-settings'))
      throw new Refused({ kind: 'not-allowed', action: 'read-settings', level: by.level });
    return this.reader.list(by.facilityId, query);
  }

  @Handles(readCheckpoint, 'read-record')
  checkpoint(
    @By() by: SignedIn,
    @Query(parse(readCheckpoint.query)) query: QueryOf<typeof readCheckpoint>,
  ): Promise<AnswerOf<typeof readCheckpoint>> {
    return this.checkpoints.newest(by.facilityId, query.log);
  }

  @Handles(readProof, 'read-record')
  @Header('content-type', 'text/plain; charset=utf-8')
  proof(
    @By() by: SignedIn,
    @Param('seq', seq) index: number,
    @Query(parse(readProof.query)) query: QueryOf<typeof readProof>,
  ): Promise<AnswerOf<typeof readProof>> {
    return this.reader.proof(by.facilityId, query.log, index);
  }

  @Handles(readConsistency, 'read-record')
  consistency(
    @By() by: SignedIn,
    @Query(parse(readConsistency.query)) { log, from, to }: QueryOf<typeof readConsistency>,
  ): Promise<AnswerOf<typeof readConsistency>> {
    return this.reader.consistency(by.facilityId, log, from, to);
  }
}
