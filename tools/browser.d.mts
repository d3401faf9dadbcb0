/** CHROMIUM_FLAGS keep a test browser from asking the network for anything but the page under test. */
export const CHROMIUM_FLAGS: readonly string[];

/** findChromium is the browser of $CHROMIUM, the system's, or Playwright's own; undefined when there is none. */
export function findChromium(
  env?: Readonly<Record<string, string | undefined>>,
  playwright?: () => Promise<string | undefined>,
): Promise<string | undefined>;

/** chromium finds a browser, installs one where that needs no question, or throws with what is missing. */
export function chromium(): Promise<string>;
