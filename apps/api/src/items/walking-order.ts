const collator = new Intl.Collator('ja', { numeric: true });

/** inWalkingOrder compares by the order in which somebody walks the rooms: so papers come out. */
export function inWalkingOrder(one: Placed, other: Placed): number {
  return collator.compare(one.room, other.room) || collator.compare(one.kana, other.kana);
}

interface Placed {
  readonly room: string;
  readonly kana: string;
}
