/** What stands between the two is a colon; a reader that believes in another keyboard types another sign for it. */
const LABEL =
  /(?:tel\s[-+()\d\s]{1,30}\s)?azukari\W?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\s*$/i;

/** pouchIn is the pouch whose label a text is, however wide its letters are; null for any other text. */
export function pouchIn(text: string): string | null {
  return LABEL.exec(text.normalize('NFKC'))?.[1]?.toLowerCase() ?? null;
}

/** withoutLabel is what stood in a field before a label was typed into it. */
export function withoutLabel(text: string): string {
  return text.normalize('NFKC').replace(LABEL, '');
}
