import { issueForm, takeIn } from '@azukari/contract';
import type { DraftOf } from '@azukari/contract';
import type { ItemKind } from '@azukari/domain';
import { AgreementRow, ResidentRow, StorageRow } from '../../database/rows.ts';
import type { Home, House } from '../../testing/house.ts';
import type { Person, Reply } from '../../testing/person.ts';
import { pdfText } from '@azukari/tools/pdf-text';
import type { PdfText } from '@azukari/tools/pdf-text';

/** Asked is what a form is asked for. */
export type Asked = Partial<DraftOf<typeof issueForm>>;

/** Household is a resident, and what is kept for them. */
export interface Household {
  readonly residentId: string;
  readonly agreementId: string;
  readonly itemIds: string[];
}

let made = 0;

/** householdOf makes a resident with an agreement and items in a pouch, as rows of their own: it is about paper, not about registering. */
export async function householdOf(
  { clock, database }: House,
  home: Home,
  name = '髙﨑 𠮷右衛門',
  kinds: readonly ItemKind[] = ['my-number-card', 'eligibility-certificate'],
): Promise<Household> {
  const room = String(++made);
  const [residentId, agreementId] = [crypto.randomUUID(), crypto.randomUUID()];
  const [locker, pouch] = [crypto.randomUUID(), crypto.randomUUID()];
  const { facilityId } = home;
  const today = clock.today();
  const storage = { facilityId, retired: 0, version: 1, position: 1 } as const;
  await database.writes.run(async (tx) => {
    await tx.rows.insert(ResidentRow, {
      id: residentId,
      facilityId,
      name,
      kana: 'たかさき',
      room,
      birthDate: '1941-08-01',
      note: null,
      admittedOn: null,
      leftOn: null,
      leaveReason: null,
      version: 1,
    });
    const number = ((await tx.rows.maximum(AgreementRow, 'number', { facilityId })) ?? 0) + 1;
    await tx.rows.insert(AgreementRow, {
      id: agreementId,
      facilityId,
      residentId,
      number,
      kinds: [...kinds],
      textVersion: 0,
      signerName: name,
      capacity: 'resident',
      reason: '受診',
      willHeard: 'spoken',
      willNote: null,
      paperPlace: null,
      signedOn: today,
      from: today,
      to: null,
      endedOn: null,
      reviewedOn: null,
      envelopes: null,
      version: 1,
    });
    await tx.rows.insert(StorageRow, { ...storage, id: locker, parentId: null, kind: 'locker', label: '事務室金庫' });
    await tx.rows.insert(StorageRow, {
      ...storage,
      id: pouch,
      parentId: locker,
      kind: 'pouch',
      label: 'ポーチ九十九番',
    });
  });
  const itemIds: string[] = [];
  for (const kind of kinds) {
    const { item } = await home.manager.ok(takeIn, {
      residentId: residentId,
      agreementId: agreementId,
      kind,
      storageId: pouch,
      printedExpiresOn: '2026-12-10',
    });
    itemIds.push(item.id);
  }
  return { residentId: residentId, agreementId: agreementId, itemIds };
}

/** ask issues a form and answers whatever was said. */
export function ask(who: Person, form: string, asked: Asked = {}): Promise<Reply<Uint8Array>> {
  return who.send(issueForm, asked, { form });
}

/** paper issues a form and reads it. */
export async function paper(who: Person, form: string, asked: Asked = {}): Promise<PdfText> {
  const reply = await ask(who, form, asked);
  if (reply.status !== 200) throw new Error(`${form}: ${String(reply.status)} ${reply.text.slice(0, 300)}`);
  expect(reply.headers['content-type']).toBe('application/pdf');
  return pdfText(Buffer.from(reply.body));
}
