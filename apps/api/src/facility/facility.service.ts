import { Injectable } from '@nestjs/common';
import { base64, utf8 } from '@azukari/domain';
import type { EntryFacts, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { AgreementTextRow, FacilityRow } from '../database/rows.ts';
import type { Rows } from '../database/sealed-rows.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { sha256 } from '../ledger/crypto.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Answer = AnswerOf<typeof contract.readFacility>;
type Field = 'name' | 'kana' | 'head' | 'address' | 'phone' | 'residentWord' | 'honorific' | 'nightListAt';
type Setting = EntryFacts<'settings.changed'>['setting'];

/** The reading and the hour of the night list came later, and have entries of their own. */
const SETTING_OF: Readonly<Record<Field, Setting | null>> = {
  name: 'name',
  kana: null,
  head: 'head',
  address: 'address',
  phone: 'phone',
  residentWord: 'resident-word',
  honorific: 'honorific',
  nightListAt: null,
};
const FIELDS = Object.keys(SETTING_OF) as readonly Field[];

/** FacilityService keeps a facility's settings and the text of its 預かり依頼書. */
@Injectable()
export class FacilityService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  read(by: SignedIn): Promise<Answer> {
    return answerFrom(this.database.reads.rows, by.facilityId);
  }

  /** change makes one entry for each setting that is another one now. */
  change(by: SignedIn, body: BodyOf<typeof contract.changeFacility>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'changeFacility', body },
      async (tx, author) => {
        const { facilityId } = by;
        const row = await tx.rows.findOneByOrFail(FacilityRow, { id: facilityId });
        if (row.version !== body.version) throw new Refused({ kind: 'stale-version', version: row.version });
        const changes = FIELDS.flatMap((field) => {
          const value = body[field];
          return value === undefined || value === row[field] ? [] : [{ field, value }];
        });
        if (changes.length === 0) throw new Refused({ kind: 'nothing-to-change' });
        const changed = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
        await tx.rows.update(FacilityRow, { id: facilityId }, { ...changed, version: row.version + 1 });
        const { residentWord, honorific } = body;
        const entries = await this.ledger.append(
          tx,
          author,
          changes.map(({ field, value }) => {
            const setting = SETTING_OF[field];
            if (field === 'nightListAt') return houseEntry('facility.night-list-set', { at: value });
            const words = { private: { text: value ?? '' } };
            if (setting === null) return houseEntry('facility.kana-set', {}, words);
            if (field === 'residentWord')
              return houseEntry('settings.changed', { setting, value: residentWord ?? null });
            if (field === 'honorific') return houseEntry('settings.changed', { setting, value: honorific ?? null });
            return houseEntry('settings.changed', { setting, value: null }, words);
          }),
        );
        return { entries, subject: facilityId };
      },
      (tx) => answerFrom(tx.rows, by.facilityId),
    );
  }

  /** publish makes the next version; the entry commits to the text by its hash. */
  publish(by: SignedIn, body: BodyOf<typeof contract.publishAgreementText>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'publishAgreementText', body },
      async (tx, author) => {
        const { facilityId } = by;
        const version = ((await tx.rows.maximum(AgreementTextRow, 'version', { facilityId })) ?? 0) + 1;
        const { text } = body;
        await tx.rows.insert(AgreementTextRow, { facilityId, version, text, publishedAt: this.clock.now() });
        const entries = await this.ledger.append(tx, author, [
          houseEntry('agreement-text.published', { version, sha256: base64(sha256(utf8(text))) }),
        ]);
        return { entries, subject: facilityId };
      },
      (tx) => answerFrom(tx.rows, by.facilityId),
    );
  }
}

async function answerFrom(rows: Rows, facilityId: Uuid): Promise<Answer> {
  const { nextSheet, ...row } = await rows.findOneByOrFail(FacilityRow, { id: facilityId });
  const [text] = await rows.find(AgreementTextRow, { where: { facilityId }, order: { version: 'DESC' }, take: 1 });
  return {
    ...row,
    residentWord: row.residentWord as Answer['residentWord'],
    honorific: row.honorific as Answer['honorific'],
    agreementText: text ? { version: text.version, text: text.text, publishedAt: text.publishedAt } : null,
  };
}
