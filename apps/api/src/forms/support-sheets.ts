import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Uuid } from '@azukari/domain';
import type { BodyOf, issueForm } from '@azukari/contract';
import { Database } from '../database/database.ts';
import { ResidentRow } from '../database/rows.ts';
import { Refused } from '../http/refused.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { WorkListsService } from '../work-lists/work-lists.service.ts';
import type { Applying } from '../work-lists/work-lists.service.ts';
import { inWalkingOrder } from '../items/walking-order.ts';
import { whyOf } from './paper/f12-words.ts';
import type { Support } from './paper/sheet.ts';

type Asked = Pick<BodyOf<typeof issueForm>, 'residentIds'>;

/** SupportSheets gathers the 申請支援票: of the residents who are named, or of all who stand on the list. */
@Injectable()
export class SupportSheets {
  constructor(
    private readonly database: Database,
    private readonly lists: WorkListsService,
  ) {}

  /** gather refuses who is not of this facility, and where nobody applies. Somebody who is not on the list gets a sheet to fill in. */
  async gather(by: SignedIn, { residentIds }: Asked): Promise<readonly (Support & { readonly residentId: Uuid })[]> {
    const applying = new Map((await this.lists.applying(by.facilityId)).map((one) => [one.line.resident.id, one]));
    const wanted = [...new Set(residentIds ?? applying.keys())];
    const rows = await this.database.reads.rows.findBy(ResidentRow, { facilityId: by.facilityId, id: In(wanted) });
    if (rows.length !== wanted.length) throw new Refused({ kind: 'not-found' });
    if (rows.length === 0) throw new Refused({ kind: 'nothing-to-print' });
    return rows.sort(inWalkingOrder).map((row) => ({ residentId: row.id, ...supportOf(row, applying.get(row.id)) }));
  }
}

function supportOf({ name, kana, room, birthDate }: ResidentRow, applying: Applying | undefined): Support {
  return {
    resident: { name, kana, room, birthDate },
    why: applying === undefined ? null : whyOf(applying.line.why.reasonCode),
    insurer: applying?.insurer ?? null,
    insurerType: applying?.insurerType ?? null,
    expiresOn: applying?.expiresOn ?? null,
    noted: applying?.line.noted ?? null,
  };
}
