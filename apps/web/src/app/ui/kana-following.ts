import { hiragana } from '@azukari/domain';

/**
 * KanaFollowing hears how a name is typed: before a Japanese keyboard turns kana into characters, it shows them,
 * and that is the reading. Once the reading was changed by hand it follows no longer.
 */
export class KanaFollowing {
  private reading = '';
  private own = false;

  /** hear takes what the keyboard shows while it composes; the last pure kana are the reading. */
  hear(composing: string): void {
    const kana = hiragana(composing);
    if (/^[ぁ-ゖー\s]+$/u.test(kana)) this.reading = kana;
  }

  /** settle ends one composition and gives the reading with it. */
  settle(before: string, settled: string): string {
    const reading = this.own || settled === '' ? '' : this.reading;
    this.reading = '';
    return before + reading;
  }

  /** space carries a blank between family and given name over to the reading. */
  space(before: string): string {
    return this.own || before === '' || before.endsWith(' ') ? before : `${before} `;
  }

  /** leave stops following: the reading is the person's own now. */
  leave(kana: string): void {
    this.own = kana !== '';
  }
}
