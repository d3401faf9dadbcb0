import type { NoticeWords } from '../notice-words.ts';
import type { Rich } from '../rich.ts';

/** easyHouse is the name of a house, with how it is read where somebody has said so. */
export function easyHouse({ name, kana }: Pick<NoticeWords['house'], 'name' | 'kana'>): Rich {
  return kana === '' || kana === name ? [{ text: name }] : [{ text: name, reading: kana }];
}
