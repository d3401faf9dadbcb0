import { KanaFollowing } from './kana-following';

describe('KanaFollowing', () => {
  it('gives the reading of a name as it was typed', () => {
    const kana = new KanaFollowing();
    for (const shown of ['y', 'や', 'やm', 'やま', 'やまだ', '山田']) kana.hear(shown);
    const family = kana.space(kana.settle('', '山田'));
    for (const shown of ['た', 'たろう', '太郎']) kana.hear(shown);
    expect(kana.settle(family, '太郎')).toBe('やまだ たろう');
  });

  it('leaves a reading alone that was changed by hand', () => {
    const kana = new KanaFollowing();
    kana.leave('やまた');
    kana.hear('たろう');
    expect(kana.settle('やまた', '太郎')).toBe('やまた');
  });

  it('begins again when the reading is emptied', () => {
    const kana = new KanaFollowing();
    kana.leave('x');
    kana.leave('');
    kana.hear('タロウ');
    expect(kana.settle('', '太郎')).toBe('たろう');
  });
});
