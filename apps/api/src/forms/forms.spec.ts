import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkIn,
  checkOut,
  handOver,
  holdTemporarily,
  listEntries,
  readCheckpoint,
  receiveEnvelopes,
} from '@azukari/contract';
import type { ItemKind } from '@azukari/domain';
import { anchorCode, checkpointBody, parseCheckpointBody } from '@azukari/domain';
import { FacilityRow } from '../database/rows.ts';
import { Checkpoints } from '../ledger/checkpoints.ts';
import { sha256 } from '../ledger/crypto.ts';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';
import { ask, householdOf, paper } from './testing/households.ts';
import type { Asked } from './testing/households.ts';

describe('issuing forms', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const aHousehold = (home: Home = house, ...given: readonly [name?: string, kinds?: readonly ItemKind[]]) =>
    householdOf(house, home, ...given);
  const issuedEntries = async (home: Home = house) =>
    (await home.manager.ok(listEntries, undefined, { type: 'form.issued' })).entries;

  it('F2 names the resident, the items with their dates and the locker, never the pouch', async () => {
    const { residentId } = await aHousehold();
    const { pages } = await paper(house.manager, 'F2', { residentIds: [residentId] });
    expect(pages).toHaveLength(1);
    const text = pages.join('').replaceAll(/\s/g, '');
    for (const part of [
      '髙﨑𠮷右衛門様',
      'マイナンバーカード',
      '資格確認書',
      '2026年12月10日(木)',
      '令和8年12月10日',
      '事務室金庫',
      'よい',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('九十九');
  });

  it('F1 of the agreement in force and F1 of a new one are two papers', async () => {
    const { residentId } = await aHousehold();
    const said = async (wish: Asked['wish']) =>
      (await paper(house.manager, 'F1', { residentIds: [residentId], ...(wish && { wish }) })).pages
        .join('')
        .replaceAll(/\s/g, '');
    const present = await said(null);
    expect(present).toMatch(/依頼書番号第\d+号/);
    expect(present).toContain('■マイナンバーカード');
    const blank = await said({ kinds: [], from: null, to: null });
    expect(blank).toContain('髙﨑𠮷右衛門');
    expect(blank).not.toMatch(/依頼書番号第\d+号|■/);
    const asked = await said({ kinds: ['medication-notebook'], from: '2031-04-01', to: '2032-03-31' });
    expect(asked.match(/■[^□■]+/g)?.[0]).toContain('お薬手帳');
    expect(asked).toContain('2031年4月1日');
    expect(asked).toContain('2032年3月31日');
    expect(asked).not.toContain('■マイナンバーカード');
  });

  it('is an entry before it is paper, and the checkpoint on the paper covers that entry', async () => {
    const { residentId } = await aHousehold();
    const { pages } = await paper(house.manager, 'F1', { residentIds: [residentId] });
    const [entry] = await issuedEntries();
    expect(entry).toMatchObject({
      type: 'form.issued',
      facts: { form: 'F1', copies: 1, sheetFrom: null },
      resident: { id: residentId },
    });
    const { note, size, code } = await house.app.get(Checkpoints, { strict: false }).newest(house.facilityId);
    expect(entry!.seq).toBeLessThan(size);
    expect(pages[0]).toContain(code);
    const signed = parseCheckpointBody(note.slice(0, note.indexOf('\n\n') + 1));
    expect(anchorCode(checkpointBody(signed!), sha256)).toBe(code);
  });

  it('sent again, prints again without a second entry or new sheet numbers; another body is refused', async () => {
    const commandId = crypto.randomUUID();
    const first = await paper(house.manager, 'F3', { commandId, blankSheets: 2 });
    const size = await house.ledgerSize();
    const again = await paper(house.manager, 'F3', { commandId, blankSheets: 2 });
    expect(await house.ledgerSize()).toBe(size);
    const numbers = ({ pages }: { readonly pages: readonly string[] }) =>
      pages.map((page) => /F3-\d{6}/.exec(page)?.[0]);
    expect(numbers(again)).toEqual(numbers(first));
    expect(numbers(first)).toEqual(['F3-000001', 'F3-000002']);
    expect(numbers(await paper(house.manager, 'F3', { blankSheets: 1 }))).toEqual(['F3-000003']);
    const facility = await house.database.reads.rows.findOneByOrFail(FacilityRow, { id: house.facilityId });
    expect(facility.nextSheet).toBe(4);
    expect((await ask(house.manager, 'F3', { commandId, blankSheets: 3 })).refusal).toMatchObject({
      kind: 'command-reused',
    });
    expect((await ask(house.manager, 'F2', { commandId, blankSheets: 2 })).status).not.toBe(200);
    // The other facility counts its own sheets.
    expect(numbers(await paper(house.second.manager, 'F3', { blankSheets: 1 }))).toEqual(['F3-000001']);
  });

  it('notes in the access log who was shown, once within five minutes', async () => {
    const one = await aHousehold();
    const other = await aHousehold();
    const before = await house.ledgerSize('access');
    await paper(house.manager, 'F2', { residentIds: [one.residentId, other.residentId] });
    expect(await house.ledgerSize('access')).toBe(before + 2);
    await paper(house.manager, 'F2', { residentIds: [one.residentId] });
    expect(await house.ledgerSize('access')).toBe(before + 2);
  });

  it('does not know what is of another facility, and writes nothing', async () => {
    const there = await aHousehold(house.second);
    const size = await house.ledgerSize();
    for (const [form, asked] of [
      ['F1', { residentIds: [there.residentId] }],
      ['F2', { residentIds: [there.residentId] }],
      ['F9', { itemIds: there.itemIds }],
      ['F3', { residentIds: [there.residentId] }],
      ['F17', { itemIds: [crypto.randomUUID()] }],
      ['F99', {}],
    ] as const)
      expect(
        await ask(house.manager, form, {
          ...asked,
          residentIds: 'residentIds' in asked ? [...asked.residentIds] : null,
          itemIds: 'itemIds' in asked ? [...asked.itemIds] : [],
        }),
      ).toMatchObject({ status: 404, refusal: { kind: 'not-found' } });
    expect(await house.ledgerSize()).toBe(size);
  });

  it('is for those who may print', async () => {
    expect((await ask(house.nobody, 'F3', { blankSheets: 1 })).status).toBe(401);
  });

  it('F3 shows out and in, and a period that ends before it begins is malformed', async () => {
    const { itemIds } = await aHousehold(house, '里見 ナミ');
    const holder = { kind: 'staff', staffId: house.manager.staffId } as const;
    const dueBackAt = new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString();
    await house.manager.ok(checkOut, {
      itemIds,
      purpose: 'outpatient',
      destination: 'さくら内科',
      holder,
      dueBackAt,
      note: '朝のうちに',
    });
    await house.manager.ok(checkIn, { itemIds: [itemIds[0]!], condition: 'worn' });
    const text = (await paper(house.manager, 'F3')).pages.join('').replaceAll(/\s/g, '');
    for (const part of ['里見ナミ様', 'さくら内科', '外にあります', 'いたみあり', '朝のうちに', '【お預かりした】'])
      expect(text).toContain(part);
    expect(await ask(house.manager, 'F3', { from: '2026-02-02', to: '2026-02-01' })).toMatchObject({
      status: 400,
      issues: [{ path: 'to', code: 'before-from' }],
    });
    expect((await ask(house.manager, 'F3', { from: '2020-01-01', to: '2026-02-01' })).status).toBe(400);
  });

  it('F9 is about what was given back, F10 about what is still here, F17 about what is held', async () => {
    const { residentId, itemIds } = await aHousehold(house, '村雨 モヨ');
    await house.manager.ok(handOver, {
      itemIds: [itemIds[1]!],
      disposition: 'returned',
      receiver: { relation: 'family', name: '村雨 健' },
    });
    const back = (await paper(house.manager, 'F9', { residentIds: [residentId] })).pages.join('');
    expect(back).toContain('村雨 健 様');
    expect(back).toContain('資格確認書');
    expect(back).not.toContain('□ 資格確認書');
    const release = (await paper(house.manager, 'F10', { residentIds: [residentId] })).pages.join('');
    expect(release).toContain('□ マイナンバーカード');
    expect(release).not.toContain('□ 資格確認書');
    const { item } = await house.manager.ok(holdTemporarily, {
      residentId: null,
      kind: 'other',
      label: '介護予防手帳',
      reason: 'found',
      storageId: null,
    });
    const held = await paper(house.manager, 'F17', { itemIds: [item.id] });
    expect(held.pages).toHaveLength(1);
    expect(held.pages[0]).toContain('介護予防手帳');
    expect(held.pages[0]).toContain('■ 施設の中で見つかったため');
  });

  it('F14 is about envelopes, those of a resident also when they have been handed on; without any it is blank', async () => {
    const blank = await paper(house.second.manager, 'F14', {});
    expect(blank.pages).toHaveLength(1);
    expect(blank.pages[0]).not.toContain('お預かり中');
    const { residentId, id: agreementId } = await house.anAgreement({
      kinds: ['sealed-envelope', 'care-insurance-card'],
      envelopes: 'stay-closed',
    });
    await house.anItem({ residentId, agreementId });
    const order = { residentId, from: 'j-lis' } as const;
    const { receipt } = await house.manager.ok(receiveEnvelopes, { envelopes: [order, order] });
    const kept = (await paper(house.manager, 'F14', {})).pages.join('');
    expect(kept.match(/お預かり中/g)).toHaveLength(2);
    expect(kept).toContain('■ 開けずにご本人・ご家族へ');
    expect(kept).not.toContain('介護保険被保険者証');
    await house.manager.ok(handOver, {
      itemIds: [receipt.entries[0]?.itemId ?? ''],
      disposition: 'returned',
      receiver: { relation: 'resident', name: '' },
    });
    const hers = (await paper(house.manager, 'F14', { residentIds: [residentId] })).pages.join('');
    expect(hers.match(/お預かり中/g)).toHaveLength(1);
    expect(hers).toContain('■ 開けずにお渡し');
    expect((await paper(house.manager, 'F14', {})).pages.join('')).not.toContain('■ 開けずにお渡し');
  });

  it('F14 of all has every envelope, also more than a person could name', async () => {
    const { residentId } = await aHousehold(house, '封筒 多', ['sealed-envelope']);
    const kept = async () => (await paper(house.manager, 'F14', {})).pages.join('').match(/お預かり中/g)?.length ?? 0;
    const before = await kept();
    const many = Array.from({ length: 101 }, () => ({ residentId, from: 'insurer' as const }));
    await house.manager.ok(receiveEnvelopes, { envelopes: many });
    expect((await kept()) - before).toBe(101);
  });

  it('prints when nothing may be signed, and says so instead of the code; the other facility goes on signing', async () => {
    const { residentId, itemIds } = await aHousehold(house, '早瀬 ヨシ');
    const [returned, held] = itemIds;
    await house.manager.ok(handOver, {
      itemIds: [returned!],
      disposition: 'returned',
      receiver: { relation: 'family', name: '早瀬 学' },
    });
    const { note } = await house.manager.ok(readCheckpoint);
    const log = note.slice(0, note.indexOf('\n'));
    const outside = join(house.dataFolder, 'anchors', `${log.replaceAll('/', '-')}.checkpoint`);
    const kept = readFileSync(outside);
    writeFileSync(outside, 'torn');
    try {
      expect(await house.manager.send(readCheckpoint)).toMatchObject({
        status: 503,
        refusal: { kind: 'record-discontinuous' },
      });
      const size = await house.ledgerSize();
      for (const [form, asked] of [
        ['F1', { residentIds: [residentId] }],
        ['F2', { residentIds: [residentId], itemIds: [held!] }],
        ['F3', { blankSheets: 1 }],
        ['F9', { itemIds: [returned!] }],
        ['F10', { residentIds: [residentId] }],
        ['F17', {}],
      ] as const) {
        const { pages } = await paper(house.manager, form, asked as Asked);
        for (const page of pages) {
          expect(page).toContain('この用紙には記録の締めの署名がありません');
          expect(page).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-/);
        }
      }
      expect(await house.ledgerSize()).toBe(size + 6);
      expect((await paper(house.second.manager, 'F3', { blankSheets: 1 })).pages[0]).toContain('確認番号');
    } finally {
      writeFileSync(outside, kept);
    }
    const [again] = (await paper(house.manager, 'F10', { residentIds: [residentId] })).pages;
    expect(again).not.toContain('署名がありません');
    expect(again).toContain((await house.manager.ok(readCheckpoint)).code);
  });
});
