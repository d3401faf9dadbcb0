import type { Locator } from '@playwright/test';
import type { Resident } from '../house/house.ts';
import { findByKana } from './finder.ts';
import type { Tablet } from './tablet.ts';

/** CheckOut is 出す. */
export class CheckOut {
  constructor(private readonly tablet: Tablet) {}

  private get main(): Locator {
    return this.tablet.page.getByRole('main');
  }

  async choose(resident: Resident): Promise<void> {
    await findByKana(this.tablet.page, resident);
  }

  item(kind: string): Locator {
    return this.main.getByRole('checkbox', { name: kind });
  }

  purpose(word: string): Locator {
    return this.main.getByRole('radio', { name: word, exact: true });
  }

  /** presence is how she takes part: ご本人も行く, ご本人は行かない, オンライン診療. */
  presence(word: string): Locator {
    return this.main.getByRole('radiogroup', { name: 'ご本人は' }).getByRole('radio', { name: word, exact: true });
  }

  /** slip prints the 外出メモ. */
  get slip(): Locator {
    return this.main.getByRole('button', { name: '外出メモを作る' });
  }

  get destination(): Locator {
    return this.main.getByRole('textbox', { name: '行き先' });
  }

  /** whoUntil stands beside the big button: who will have the items, and until when. */
  get whoUntil(): Locator {
    return this.main.getByRole('button', { name: '持つ人・もどす予定を替える' });
  }

  get holder(): Locator {
    return this.main.getByRole('combobox', { name: '持つ人' });
  }

  submit(count: number): Locator {
    return this.main.getByRole('button', { name: `${String(count)}点を出す` });
  }

  /** refusal is what the page says when it was not a plain yes. */
  get refusal(): Locator {
    return this.main.getByRole('alert');
  }
}
