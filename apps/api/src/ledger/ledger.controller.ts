import { Controller, Param, Query } from '@nestjs/common';
import { checkAnchor, listEntries, readAnchors, readCheckpoint, readConsistency, readProof } from '@azukari/contract';
import type { AnswerOf, QueryOf } from '@azukari/contract';
import { may } from '@azukari/domain';
import type { LogKind } from '@azukari/domain';
import { Handles } from '../http/handles.ts';
import { seq } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { Refused } from '../http/refused.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { AccessLog } from './access-log.ts';
import { Anchors } from './anchors.ts';
import { Checkpoints } from './checkpoints.ts';
import { isProfile, LedgerReader, viewerOf } from './ledger-reader.ts';

@Controller()
export class LedgerController {
  constructor(
    private readonly reader: LedgerReader,
    private readonly checkpoints: Checkpoints,
    private readonly accessLog: AccessLog,
    private readonly anchors: Anchors,
  ) {}

  @Handles(listEntries)
  async list(
    @By() by: SignedIn,
    @Query(parse(listEntries.query)) query: QueryOf<typeof listEntries>,
  ): Promise<AnswerOf<typeof listEntries>> {
    refuseAccessLog(by, query);
    const answer = await this.reader.list(viewerOf(by), query);
    // What is written about a resident and her contacts is her profile, also when it is read in the record.
    const shown = answer.entries.filter(({ type }) => isProfile(type)).flatMap(({ resident }) => resident?.id ?? []);
    if (may(by, 'see-profile')) await this.accessLog.note(by, [...new Set(shown)], 'profile');
    return answer;
  }

  @Handles(readCheckpoint)
  checkpoint(
    @By() by: SignedIn,
    @Query(parse(readCheckpoint.query)) query: QueryOf<typeof readCheckpoint>,
  ): Promise<AnswerOf<typeof readCheckpoint>> {
    refuseAccessLog(by, query);
    return this.checkpoints.newest(by.facilityId, query.log);
  }

  @Handles(readAnchors)
  anchored(@By() by: SignedIn): Promise<AnswerOf<typeof readAnchors>> {
    return this.anchors.list(by.facilityId);
  }

  @Handles(checkAnchor)
  check(
    @By() by: SignedIn,
    @Query(parse(checkAnchor.query)) query: QueryOf<typeof checkAnchor>,
  ): Promise<AnswerOf<typeof checkAnchor>> {
    return this.anchors.check(by.facilityId, query.kept);
  }

  @Handles(readProof)
  async proof(
    @By() by: SignedIn,
    @Param('seq', seq) index: number,
    @Query(parse(readProof.query)) query: QueryOf<typeof readProof>,
  ): Promise<AnswerOf<typeof readProof>> {
    refuseAccessLog(by, query);
    const { text, type, resident } = await this.reader.proof(viewerOf(by), query.log, index);
    if (isProfile(type)) {
      if (!may(by, 'see-profile')) throw new Refused({ kind: 'not-allowed', action: 'see-profile', level: by.level });
      if (resident !== null) await this.accessLog.note(by, [resident], 'profile');
    }
    return text;
  }

  @Handles(readConsistency)
  consistency(
    @By() by: SignedIn,
    @Query(parse(readConsistency.query)) query: QueryOf<typeof readConsistency>,
  ): Promise<AnswerOf<typeof readConsistency>> {
    refuseAccessLog(by, query);
    return this.reader.consistency(by.facilityId, query.log, query.from, query.to);
  }
}

/** Who looked at whom is for those who answer for it. */
function refuseAccessLog(by: SignedIn, { log }: { readonly log: LogKind }): void {
  if (log === 'access' && !may(by, 'read-settings'))
    throw new Refused({ kind: 'not-allowed', action: 'read-settings', level: by.level });
}
