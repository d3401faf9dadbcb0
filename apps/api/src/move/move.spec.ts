import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { holdTemporarily, listEntries, readCheckpoint } from '@azukari/contract';
import { dayInTokyo, instantAt } from '@azukari/domain';
import { ON_POSTGRES, testPlace } from '../testing/databases.ts';
import { makersFor } from '../testing/makers.ts';
import { firstStart, startAgain } from '../testing/restarts.ts';
import { moveToPostgres } from './move.ts';

const onPostgres = ON_POSTGRES ? test : test.skip;

onPostgres(
  'a house moves to PostgreSQL with every entry and the same root, signs on, and does not move twice',
  async () => {
    const place = await testPlace();
    const file = join(place.config.dataFolder, 'azukari.sqlite');
    const small = await firstStart({ ...place.config, database: { kind: 'sqlite', file } });
    const { anItem, aContact, aResident } = makersFor(small.app, small.manager, () =>
      dayInTokyo(instantAt(Date.now())),
    );
    const residentId = (await aResident()).id;
    await aContact({ residentId });
    await anItem({ residentId });
    const hold = { residentId: null, kind: 'other', reason: 'found', storageId: null } as const;
    for (let n = 0; n < 2; n++) await small.manager.ok(holdTemporarily, hold);
    const before = await small.manager.ok(readCheckpoint);
    const { entries } = await small.manager.ok(listEntries);
    await small.app.close();

    expect((await moveToPostgres(file, place.config)).get('item')).toBe(3);
    expect(existsSync(file)).toBe(false);

    const large = await startAgain(place.config);
    expect((await large.manager.ok(readCheckpoint)).note).toBe(before.note);
    expect((await large.manager.ok(listEntries)).entries).toEqual(entries);
    await large.manager.ok(holdTemporarily, hold);
    expect((await large.manager.ok(readCheckpoint)).size).toBe(before.size + 1);
    await large.app.close();
    await expect(moveToPostgres(`${file}.moved`, place.config)).rejects.toThrow('is not empty');
    await place.discard();
  },
);
