import { checkAnchor, issueForm, makePack, readAnchors, readCheckpoint } from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ask = (kept: string, by = house.manager): Promise<AnswerOf<typeof checkAnchor>> =>
  by.ok(checkAnchor, undefined, { kept });

describe('what left the house', () => {
  test('is nothing at first; a pack and a paper take the newest checkpoint with them, once for each state', async () => {
    expect((await house.manager.ok(readAnchors)).anchors).toEqual([]);
    const item = await house.anItem();
    expect((await house.manager.send(makePack)).status).toBe(200);
    const residentIds = [item.resident?.id ?? ''];
    expect((await house.manager.send(issueForm, { residentIds }, { form: 'F2' })).status).toBe(200);
    const { anchors, size } = await house.manager.ok(readAnchors);
    expect(anchors.map(({ kind }) => kind)).toEqual(['paper', 'pack']);
    expect(anchors[0]?.size).toBe(size);
    for (const { code, size: known } of anchors)
      expect(await ask(code)).toMatchObject({ outcome: 'fits', size: known });
  });

  test('is of one facility', async () => {
    expect((await house.second.manager.ok(readAnchors)).anchors).toEqual([]);
  });
});

describe('what somebody kept', () => {
  test('a checkpoint fits the record that went on after it, however it was copied', async () => {
    const { note, size, code } = await house.manager.ok(readCheckpoint);
    await house.anItem();
    for (const kept of [note, `\n  ${note.replaceAll('\n', '\r\n')}  `])
      expect(await ask(kept)).toMatchObject({ outcome: 'fits', by: 'checkpoint', size });
    const { recordedAt, ...fits } = await ask(code.toLowerCase().replaceAll('-', ' '));
    expect(fits).toEqual({ outcome: 'fits', by: 'code', size, givenUpBy: null });
    expect(recordedAt).not.toBeNull();
  });

  test('that does not fit is told from what cannot be read', async () => {
    const { note, size } = await house.manager.ok(readCheckpoint);
    const root = note.split('\n')[2] ?? '';
    const other = note.replace(root, `${root.startsWith('A') ? 'B' : 'A'}${root.slice(1)}`);
    expect(await ask(other)).toMatchObject({ outcome: 'differs', size });
    const beyond = note.replace(`\n${String(size)}\n`, `\n${String(size + 1)}\n`);
    expect(await ask(beyond)).toMatchObject({ outcome: 'beyond', size: size + 1 });
    expect(await ask('0000-0000-0000-0000')).toMatchObject({ outcome: 'unknown' });
    expect(await ask('こんにちは')).toMatchObject({ outcome: 'unreadable' });
    const theirs = (await house.second.manager.ok(readCheckpoint)).note;
    expect(await ask(theirs)).toMatchObject({ outcome: 'other-record' });
  });

  test('nobody signed in asks nothing', async () => {
    expect((await house.nobody.send(checkAnchor, undefined, { kept: 'x' })).status).toBe(401);
  });
});
