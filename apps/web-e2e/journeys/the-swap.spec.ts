import { type DraftOf, listEnvelopes, listItems, makeAgreement, readSwap, takeIn } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';
import type { House } from '../house/house.ts';

type Rule = DraftOf<typeof makeAgreement>['envelopes'];

const KIND = 'care-copay-certificate';

/** A resident whose paper of last year is still in the safe. */
async function waiting(house: House, name: string, kana: string, envelopes: Rule) {
  const { seasons } = await house.manager.asks(readSwap);
  const [{ endsOn } = { endsOn: '' }] = seasons;
  const resident = await house.resident({ name, kana, kinds: [] });
  const agreement = await house.manager.does(makeAgreement, {
    residentId: resident.id,
    kinds: [KIND, 'sealed-envelope'],
    signerName: name,
    capacity: 'resident',
    reason: '受診のたびに必要なため',
    willHeard: 'spoken',
    signedOn: house.today(),
    from: house.today(),
    to: null,
    envelopes,
  });
  const order = { residentId: resident.id, agreementId: agreement.id, kind: KIND, storageId: null } as const;
  const { item } = await house.manager.does(takeIn, { ...order, printedExpiresOn: endsOn });
  return { resident, oldId: item.id };
}

journey(
  'two envelopes arrive; one may be opened and its paper is swapped, the other stays closed',
  async ({ house, tablet }) => {
    const may = await waiting(house, '土屋 文子', 'つちや ふみこ', 'insurer-may-be-opened');
    const closed = await waiting(house, '土屋 勇', 'つちや いさむ', 'stay-closed');
    const witness = await house.staff('田中 実', 'たなか みのる');
    const { page } = tablet;
    await tablet.signIn(house.manager, '/deadlines');
    await page.getByRole('link', { name: '8月1日の差し替え' }).click();
    await page.getByRole('searchbox', { name: '部屋・お名前でしぼる' }).fill('土屋');
    const list = page.getByRole('list', { name: '8月1日の差し替え' });
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await page.getByRole('button', { name: '見えている2点をすべて選ぶ' }).click();
    await page.getByRole('button', { name: '届いた（未開封）2点' }).click();
    await tablet.says('記録しました');
    const line = (name: string) => list.getByRole('listitem').filter({ hasText: name });
    await expect(line(may.resident.name)).toContainText('封筒で届いた（未開封）');
    await expect(line(closed.resident.name)).toContainText('開けずにお渡しする方です');
    await expect(line(closed.resident.name).getByRole('checkbox')).toHaveCount(0);

    await line(may.resident.name).getByRole('checkbox').check();
    await page.getByRole('button', { name: '差し替える 1点' }).click();
    const form = page.locator('az-swap-form');
    await expect(form).toContainText(may.resident.name);
    await form.getByRole('combobox', { name: '立ち会う人' }).selectOption(witness.id);
    await form.getByRole('button', { name: '差し替える 1点' }).click();
    await expect(form).toBeHidden();
    await expect(page.getByRole('searchbox', { name: '部屋・お名前でしぼる' })).toHaveValue('土屋');
    await expect(line(may.resident.name)).toContainText('差し替え済み');

    expect(await house.types(may.oldId)).toEqual(['item.taken-in', 'item.handed-over']);
    const kept = await house.manager.asks(listItems, { residentId: may.resident.id, place: 'stored' });
    expect(kept.items.map(({ kind }) => kind)).toEqual([KIND]);
    const { envelopes } = await house.manager.asks(listEnvelopes);
    expect(envelopes.map(({ resident }) => resident?.id)).toEqual([closed.resident.id]);
  },
);
