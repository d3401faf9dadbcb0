/** No finger types as fast as this; readers are slowed down by Bluetooth at most. */
const LONGEST_GAP_MS = 100;

/** Burst collects characters that follow each other faster than fingers do. */
export class Burst {
  private typed = '';
  private lastAt = -Infinity;

  get text(): string {
    return this.typed;
  }

  /** add takes a character that came at a moment, in milliseconds, and says whether it began a new burst. */
  add(character: string, at: number): boolean {
    const goesOn = this.typed !== '' && at - this.lastAt <= LONGEST_GAP_MS;
    this.typed = goesOn ? this.typed + character : character;
    this.lastAt = at;
    return !goesOn;
  }

  /** end is the text that an Enter at this moment ends; nothing where the Enter came by itself. */
  end(at: number): string {
    const text = at - this.lastAt <= LONGEST_GAP_MS ? this.typed : '';
    this.forget();
    return text;
  }

  forget(): void {
    this.typed = '';
    this.lastAt = -Infinity;
  }
}
