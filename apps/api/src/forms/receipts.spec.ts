import {
  amendEntry,
  checkOut,
  issueForm,
  listEntries,
  readAnchors,
  readCheckpoint,
  readReceipt,
} from '@azukari/contract';
import { parseVerifierKey, readAnchorCode } from '@azukari/domain';
import { pdfText } from '@azukari/tools/pdf-text';
import { examineReceipt, nodeMeans, receiptIn } from '@azukari/tools/verify';
import { sha256 } from '../ledger/crypto.ts';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { proofCodes } from './paper/proof-codes.ts';
import { householdOf } from './testing/households.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function outing(): Promise<number> {
  const { itemIds } = await householdOf(house, house);
  const receipt = await house.manager.ok(checkOut, {
    itemIds: itemIds.slice(0, 1),
    purpose: 'outpatient',
    destination: 'さくら内科',
    holder: { kind: 'other', relation: 'family', name: '山口 健' },
    dueBackAt: new Date(Date.now() + 7_200_000).toISOString(),
  });
  return receipt.receipt.entries[0]?.seq ?? -1;
}

async function receiptOf(seq: number, by = house.manager): Promise<Buffer> {
  return Buffer.from(await by.ok(readReceipt, undefined, { seq }));
}

describe('the receipt of a movement', () => {
  test('says in words what was recorded, and carries the proof that a stranger checks', async () => {
    const seq = await outing();
    const pdf = await receiptOf(seq);
    const text = pdfText(pdf).pages.join('').replaceAll(/\s/g, '');
    for (const part of ['記録の受領証', '出した', '髙﨑𠮷右衛門様', 'さくら内科', '山口健', '外来受診', '佐藤花子'])
      expect(text).toContain(part);
    const { code, key } = await house.manager.ok(readCheckpoint);
    expect(text).toContain(code);
    expect(text).toContain(key.replaceAll(/\s/g, ''));

    const proof = await receiptIn(new Blob([new Uint8Array(pdf)]));
    if (proof === null) throw new Error('the paper carries no proof');
    expect(proof.length).toBeLessThanOrEqual(4_096);
    const itsKey = parseVerifierKey(key, sha256);
    if (itsKey === null) throw new Error('no key');
    for (const witness of [
      { kind: 'key', key: itsKey },
      { kind: 'code', code: readAnchorCode(code) ?? '' },
    ] as const) {
      const report = await examineReceipt(proof, witness, nodeMeans());
      expect(report).toMatchObject({ verdict: 'holds', leaf: { seq, type: 'item.checked-out' } });
      const shown = report.verdict === 'holds' ? report.shown : [];
      expect(shown.find(({ field }) => field === 'destination')?.value).toBe('さくら内科');
    }
    expect(proofCodes(proof).join('')).toBe(proof);
    expect(pdf.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(1 + proofCodes(proof).length);
  });

  test('is a witness outside the house, and noted in the access log', async () => {
    const seq = await outing();
    await receiptOf(seq);
    const [entry] = (await house.manager.ok(listEntries, undefined, { cursor: seq + 1, limit: 1 })).entries;
    const { anchors } = await house.manager.ok(readAnchors);
    expect(anchors[0]).toMatchObject({ kind: 'paper', size: seq + 1 });
    const { entries } = await house.manager.ok(listEntries, undefined, { log: 'access', limit: 1 });
    expect(entries[0]).toMatchObject({ resident: { id: entry?.resident?.id }, facts: { screen: 'form' } });
  });

  test('says that the entry was amended since', async () => {
    const seq = await outing();
    await house.manager.ok(amendEntry, {
      seq,
      reason: 'mistyped',
      explanation: '書きまちがえました',
      destination: 'さくら眼科',
    });
    const text = pdfText(await receiptOf(seq))
      .pages.join('')
      .replaceAll(/\s/g, '');
    expect(text).toContain(`あとから訂正または取り消しがあります（記録${(seq + 1).toLocaleString('en-US')}）`);
    expect(text).toContain('さくら内科');
  });

  test('is there for no other entry, for none that does not exist, and not for another house', async () => {
    const seq = await outing();
    expect((await house.manager.send(readReceipt, undefined, { seq: 0 })).status).toBe(404);
    expect((await house.manager.send(readReceipt, undefined, { seq: seq + 1_000 })).status).toBe(404);
    expect((await house.second.manager.send(readReceipt, undefined, { seq })).status).toBe(404);
  });
});

test('another paper carries no proof, and is no receipt', async () => {
  const { residentId } = await householdOf(house, house);
  const pdf = await house.manager.ok(issueForm, { residentIds: [residentId] }, { form: 'F2' });
  expect(await receiptIn(new Blob([new Uint8Array(pdf)]))).toBeNull();
});
