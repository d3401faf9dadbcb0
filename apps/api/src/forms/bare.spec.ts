import { FORMS, listEntries } from '@azukari/contract';
import { FacilityRow } from '../database/rows.ts';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';
import { ask, householdOf, paper } from './testing/households.ts';
import type { Asked } from './testing/households.ts';

/** What is answered: how many pages, or why there are none. */
const answered = async (home: Home, form: string, asked: Asked): Promise<unknown> => {
  const reply = await ask(home.manager, form, asked);
  return reply.status === 200 ? 'a paper' : { status: reply.status, refusal: reply.refusal };
};
const NOTHING = { status: 422, refusal: { kind: 'nothing-to-print' } };
const NO_PHONE = { status: 422, refusal: { kind: 'letter-incomplete', missing: 'phone' } };
/** Without a sheet nobody knows where a label begins. */
const NO_SHEET = { status: 400, refusal: undefined };
const ALL = { ...Object.fromEntries(FORMS.map((form) => [form, 'a paper'])), F21: NO_SHEET };

describe('a facility that has set nothing: no telephone number, no address, no head', () => {
  let house: House;
  let residentId: string;
  beforeAll(async () => {
    house = await openHouse();
    const nothing = { phone: '', head: '', address: '' };
    await house.database.writes.run(({ rows }) => rows.update(FacilityRow, { id: house.facilityId }, nothing));
    residentId = (await house.aResident()).id;
  });
  afterAll(() => house.close());

  const everyForm = async (home: Home, asked: Asked = {}, but: readonly string[] = []) => {
    const found: Record<string, unknown> = {};
    for (const form of FORMS) found[form] = but.includes(form) ? 'a paper' : await answered(home, form, asked);
    return found;
  };

  it('where nobody lives, has papers to be filled in by hand, and says of the others that there is nothing to print', async () => {
    const none = {
      F1: NOTHING,
      F2: NOTHING,
      F5: NOTHING,
      F6: NOTHING,
      F7: NO_PHONE,
      F8: NOTHING,
      F9: NOTHING,
      F10: NOTHING,
    };
    expect(await everyForm(house.second)).toEqual({
      ...ALL,
      ...none,
      F12: NOTHING,
      F13: NOTHING,
      F16: NOTHING,
      F18: NOTHING,
      F19: NOTHING,
      F20: NO_PHONE,
    });
    const { entries } = await house.second.manager.ok(listEntries, undefined, { type: 'form.issued' });
    expect(entries.map(({ facts }) => facts['form']).sort()).toEqual([
      'F11',
      'F14',
      'F15',
      'F17',
      'F22',
      'F23',
      'F3',
      'F4',
    ]);
  }, 60_000);

  it('where somebody lives of whom nothing is kept, likewise', async () => {
    const none = { F2: NOTHING, F5: NOTHING, F6: NOTHING, F7: NO_PHONE, F8: NOTHING, F9: NOTHING, F10: NOTHING };
    const lists = { F12: NOTHING, F13: NOTHING, F18: NOTHING, F19: NOTHING, F20: NO_PHONE };
    expect(await everyForm(house, {}, ['F1', 'F3', 'F4', 'F11', 'F14', 'F15', 'F16', 'F17', 'F22', 'F23'])).toEqual({
      ...ALL,
      ...none,
      ...lists,
    });
  });

  it('has a paper for everybody who is named, but for what tells of something that is not', async () => {
    const none = { F6: NOTHING, F7: NO_PHONE, F8: NOTHING, F13: NOTHING, F18: NOTHING, F19: NOTHING, F20: NO_PHONE };
    // What asks for nobody by name was drawn above.
    const ofTheHouse = ['F3', 'F4', 'F11', 'F15', 'F22', 'F23'];
    expect(await everyForm(house, { residentIds: [residentId] }, ofTheHouse)).toEqual({ ...ALL, ...none });
  });

  it('with a telephone number tells families, and nobody of nothing', async () => {
    await house.database.writes.run(({ sql }) => sql.run("UPDATE facility SET phone = '0470-00-1234'"));
    expect(await answered(house, 'F7', {})).toEqual(NOTHING);
    expect(await answered(house.second, 'F20', {})).toEqual(NOTHING);
    expect(await answered(house.second, 'F20', { residentIds: [residentId] })).toMatchObject({ status: 404 });
    await householdOf(house, house);
    expect((await paper(house.manager, 'F7')).pages).toHaveLength(1);
  });
});
