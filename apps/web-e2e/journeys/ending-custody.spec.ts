import { expect, journey } from '../house/journey.ts';
import { HandOver } from '../pages/hand-over.ts';

journey(
  'custody ends in five ways: each says to whom, a witness stands by, and a new card takes a place',
  async ({ house, tablet }) => {
    const suzuki = await house.staff('鈴木 立会', 'すずき たちあい');
    const resident = await house.resident({
      name: '遠山 ハナ',
      kana: 'とおやま はな',
      kinds: ['care-insurance-card', 'eligibility-certificate'],
    });
    const old = await house.resident({
      name: '遠山 タロ',
      kana: 'とおやま たろ',
      kinds: ['eligibility-certificate', 'care-copay-certificate', 'eligibility-certificate'],
    });
    const [care, certificate] = resident.items.map(({ id }) => id);
    const [before, copay, after] = old.items.map(({ id }) => id);
    const { page } = tablet;
    const main = page.getByRole('main');
    const handOver = new HandOver(tablet);
    const ended = async (itemId: string | undefined) => (await house.movements(itemId ?? '')).at(-1);
    await tablet.signIn(house.manager, '/more');

    await handOver.of(resident, care ?? '', '返納する');
    await main.getByRole('radio', { name: '保険者', exact: true }).check();
    await main.getByRole('textbox', { name: '受け取る方・窓口の名前' }).fill('広域連合 給付課');
    await handOver.record('返納する');
    await expect(handOver.done).toHaveText('返納しました');
    expect((await ended(care))?.facts).toMatchObject({ disposition: 'surrendered', receiver: 'other:insurer' });

    await handOver.of(resident, certificate ?? '', '引き継ぐ');
    await main.getByRole('textbox', { name: '受け取る方・窓口の名前' }).fill('グループホームこだち');
    await handOver.record('引き継ぐ');
    await expect(handOver.done).toHaveText('引き継ぎました');
    expect((await ended(certificate))?.private['receiverName']).toBe('グループホームこだち');

    await handOver.of(old, copay ?? '', '廃棄する');
    await handOver.record('廃棄する');
    await expect(main.getByText('立ち会った職員をえらんでください。')).toBeVisible();
    expect(await house.types(copay ?? '')).toEqual(['item.taken-in']);
    await main.getByRole('combobox', { name: '立ち会った職員' }).selectOption({ label: suzuki.name });
    await handOver.record('廃棄する');
    await expect(handOver.done).toHaveText('廃棄しました');
    expect((await ended(copay))?.facts).toMatchObject({ disposition: 'destroyed', witness: suzuki.id });

    await handOver.of(old, before ?? '', '差し替える');
    await main.getByRole('combobox', { name: '新しいもの' }).selectOption(after ?? '');
    await main.getByRole('radio', { name: /^ご本人/ }).check();
    await handOver.record('差し替える');
    await expect(handOver.done).toHaveText('差し替えました');
    expect((await ended(before))?.facts).toMatchObject({ disposition: 'replaced' });
    expect(await house.types(after ?? '')).toEqual(['item.taken-in']);
  },
);
