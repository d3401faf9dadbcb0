const LONGEST_LOCAL = 64;
const LONGEST = 254;
/** What RFC 5322 lets stand in a local part; dots may stand anywhere, as the carriers in Japan once gave them out. */
const LOCAL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+$/;
const DOMAIN = /^(?=.{1,190}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/**
 * isMailAddress says whether a mail can be addressed to the text: one address, no name, no line break. `a..b@docomo.ne.jp` and
 * `.a@ezweb.ne.jp` are addresses; on their way their local part is quoted (RFC 5321 4.1.2).
 */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(0, at));
  return (
    text.length <= LONGEST && local.length <= LONGEST_LOCAL && LOCAL.test(local) && DOMAIN.test(text.slice(at + 1))
  );
}

/** A local part that may stand as it is: words between single dots (RFC 5321 4.1.2). */
const DOT_STRING = /^[^.]+(\.[^.]+)*$/;

/** onTheWire is an address as a mail server reads it: what its local part may not show openly is quoted. */
export function onTheWire(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  return DOT_STRING.test(local) ? address : `"${local}"${address.slice(at)}`;
}
