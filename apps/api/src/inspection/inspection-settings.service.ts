import { Injectable } from '@nestjs/common';
import { INSPECTION_PARTS } from '@azukari/domain';
import type { EntryFacts } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { MailDoor } from '../notices/notices.mail.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { readInspectionSettings, writeInspectionSettings } from './settings.ts';

type Answer = AnswerOf<typeof contract.readInspectionSettings>;

/** InspectionSettingsService keeps under which names a facility hands over its forms, and whom it tells of it. */
@Injectable()
export class InspectionSettingsService {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly door: MailDoor,
  ) {}

  read(by: SignedIn): Promise<Answer> {
    return this.answer(this.database.reads.sql, by);
  }

  /** set makes one entry for each setting that is another one now. */
  set(by: SignedIn, body: BodyOf<typeof contract.setInspections>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'setInspections', body },
      async (tx, author) => {
        const { headOffice, version } = body;
        const before = await readInspectionSettings(tx.sql, by.facilityId);
        if (before.version !== version) throw new Refused({ kind: 'stale-version', version: before.version });
        const formNames = [...body.formNames].sort(
          (a, b) => INSPECTION_PARTS.indexOf(a.part) - INSPECTION_PARTS.indexOf(b.part),
        );
        const changed: (readonly [EntryFacts<'inspections.set'>['setting'], Readonly<Record<string, string>>])[] = [];
        const words = JSON.stringify(formNames);
        if (words !== JSON.stringify(before.formNames)) changed.push(['form-names', { text: words }]);
        if (headOffice !== before.headOffice) changed.push(['head-office', { email: headOffice }]);
        if (changed.length === 0) throw new Refused({ kind: 'nothing-to-change' });
        await writeInspectionSettings(tx.sql, by.facilityId, { formNames, headOffice, version: version + 1 });
        const entries = await this.ledger.append(
          tx,
          author,
          changed.map(([setting, said]) => houseEntry('inspections.set', { setting }, { private: said })),
        );
        return { entries };
      },
      (tx) => this.answer(tx.sql, by),
    );
  }

  private async answer(sql: Statements, { facilityId }: SignedIn): Promise<Answer> {
    const { formNames, ...settings } = await readInspectionSettings(sql, facilityId);
    return { ...settings, formNames: [...formNames], mails: this.door.isOpen };
  }
}
