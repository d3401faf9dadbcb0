const LONGEST_TURN_MS = 8;

let since = 0;

/**
 * breathe lets everybody else have their turn once this turn of the event loop has lasted long; otherwise there is nothing to wait
 * for. Promises of work that is synchronous underneath never do that by themselves.
 */
export function breathe(): Promise<void> | undefined {
  const now = performance.now();
  if (since === 0) {
    since = now;
    setImmediate(() => {
      since = 0;
    });
  }
  return now - since < LONGEST_TURN_MS ? undefined : new Promise((resolve) => setImmediate(resolve));
}
