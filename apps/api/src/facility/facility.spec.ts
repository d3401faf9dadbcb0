import { createHash } from 'node:crypto';
import { changeFacility, listEntries, publishAgreementText, readFacility } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { FIRST_AGREEMENT_TEXT } from './facility.agreement-text.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

describe('the facility', () => {
  it('begins with a text of the agreement that takes responsibility', async () => {
    const { name, agreementText, version } = await (await house.aStaff()).ok(readFacility);
    expect([name, version]).toEqual(['さくら苑', 1]);
    expect(agreementText).toMatchObject({ version: 1, text: FIRST_AGREEMENT_TEXT });
    for (const words of ['善良な管理者の注意', '暗証番号は、お聞きしません', 'いつでもご本人にお返しします'])
      expect(FIRST_AGREEMENT_TEXT).toContain(words);
    expect(FIRST_AGREEMENT_TEXT).not.toMatch(/責任を負いません|国が義務/);
  });

  it('changes by one entry for each setting that is another one now', async () => {
    const before = await house.ledgerSize();
    const changed = await house.manager.ok(changeFacility, {
      version: 1,
      name: 'さくら苑',
      head: '院長 一',
      phone: '03-0000-1111',
      residentWord: '入居者',
    });
    expect(changed).toMatchObject({
      name: 'さくら苑',
      head: '院長 一',
      phone: '03-0000-1111',
      residentWord: '入居者',
      honorific: 'さん',
      version: 2,
    });
    expect(await house.ledgerSize()).toBe(before + 3);
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'settings.changed', limit: 3 });
    expect(entries.map(({ facts }) => facts)).toEqual([
      { setting: 'resident-word', value: '入居者' },
      { setting: 'phone', value: null },
      { setting: 'head', value: null },
    ]);
    expect((await house.manager.send(changeFacility, { version: 1, head: 'x' })).refusal).toEqual({
      kind: 'stale-version',
      version: 2,
    });
    expect((await house.manager.send(changeFacility, { version: 2, head: '院長 一' })).refusal).toEqual({
      kind: 'nothing-to-change',
    });
    expect((await house.second.manager.ok(readFacility)).residentWord).toBe('利用者');
  });

  it('says how its name is read, in kana; the entry says that, and not how', async () => {
    const { version } = await house.manager.ok(readFacility);
    const kana = 'さくらえん';
    for (const wrong of ['桜園', 'さくら{えん}', 'Sakura'])
      expect((await house.manager.send(changeFacility, { version, kana: wrong })).issues).toEqual([
        { path: 'kana', code: 'kana' },
      ]);
    expect(await house.manager.ok(changeFacility, { version, kana })).toMatchObject({ kana, name: 'さくら苑' });
    const { entries } = await house.manager.ok(listEntries, undefined, { limit: 1 });
    expect(entries).toMatchObject([{ type: 'facility.kana-set', facts: {} }]);
    expect((await house.second.manager.ok(readFacility)).kana).toBe('');
  });

  it('publishes the next version of the text; the entry commits to it', async () => {
    const text = '一　お預かりします。\n二　お返しします。';
    const { agreementText } = await house.manager.ok(publishAgreementText, { text });
    expect(agreementText).toMatchObject({ version: 2, text });
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'agreement-text.published' });
    expect(entries.map(({ facts }) => facts)).toEqual([
      { version: 2, sha256: hash(text) },
      { version: 1, sha256: hash(FIRST_AGREEMENT_TEXT) },
    ]);
    expect((await house.second.manager.ok(readFacility)).agreementText?.version).toBe(1);
  });
});
