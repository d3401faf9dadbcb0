import { clientOf } from './client.ts';

test.each([
  ['an address of IPv4', '203.0.113.7', '203.0.113.7'],
  ['the same as IPv6 writes it', '::ffff:203.0.113.7', '203.0.113.7'],
  ['a device of a household', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
  ['another of it', '2001:DB8:0001:2::1', '2001:db8:1:2::/64'],
  ['the neighbours', '2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['zeros in front', '::1', '0:0:0:0::/64'],
  ['zeros behind', '2001:db8::', '2001:db8:0:0::/64'],
  ['with its interface', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['what is none', 'unknown', 'unknown'],
])('who asks: %s', (_, ip, client) => {
  expect(clientOf(ip)).toBe(client);
});
