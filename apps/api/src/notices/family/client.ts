import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** What one household has of IPv6, as groups of sixteen bits. */
const OF_A_HOUSEHOLD = 4;

/** clientOf is who asks, by an address: of IPv6 the /64, because each device of a household makes up the rest as it likes. */
export function clientOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [before = '', after] = plain.replace(/%.*/, '').toLowerCase().split('::');
  const head = groupsOf(before);
  const tail = groupsOf(after ?? '');
  const zeros = Array<string>(after === undefined ? 0 : Math.max(0, GROUPS - head.length - tail.length)).fill('0');
  return `${[...head, ...zeros, ...tail]
    .slice(0, OF_A_HOUSEHOLD)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

function groupsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}
