import { FamilyHouse, UNKNOWN } from './testing/family-house.ts';

const CROWD = 70;

let at: FamilyHouse;
afterEach(() => at.close());

/** Strange links that one address asks for, one after the other. */
async function strange(forwarded: (n: number) => string): Promise<Set<number>> {
  const asked = Array.from({ length: CROWD }, (_, n) => at.open(UNKNOWN, { 'x-forwarded-for': forwarded(n) }));
  return new Set((await Promise.all(asked)).map(({ status }) => status));
}

describe('behind a proxy that tells who asks', () => {
  beforeEach(async () => {
    at = await FamilyHouse.open({ AZUKARI_FAMILY_PROXY: '1' });
    at.goTo(0);
  });

  test('a stranger waits by herself; nobody else does, and no link that opens', async () => {
    const { token } = await at.link();
    expect(await strange(() => '203.0.113.7')).toEqual(new Set([404, 429]));
    expect(await at.open(UNKNOWN, { 'x-forwarded-for': '203.0.113.8' })).toMatchObject({ status: 404 });
    expect(await at.open(token, { 'x-forwarded-for': '203.0.113.7' })).toMatchObject({ status: 200 });
  });

  test('she is who the proxy says, not who she says she is', async () => {
    expect(await strange((n) => `198.51.100.${String(n)}, 203.0.113.7`)).toEqual(new Set([404, 429]));
    expect(await at.open(UNKNOWN, { 'x-forwarded-for': '203.0.113.7, 198.51.100.1' })).toMatchObject({ status: 404 });
  });

  test('a household of many addresses is one', async () => {
    expect(await strange((n) => `2001:db8:1:2::${n.toString(16)}`)).toEqual(new Set([404, 429]));
    expect(await at.open(UNKNOWN, { 'x-forwarded-for': '2001:db8:1:3::1' })).toMatchObject({ status: 404 });
  });
});

test('without a proxy, strangers together keep no family from its page, and what they say of themselves is nothing', async () => {
  at = await FamilyHouse.open();
  at.goTo(0);
  const { token } = await at.link();
  // In turns: a server takes only so many connections at a time.
  for (let round = 0; round < 18; round++) await strange((n) => `198.51.100.${String(n)}`);
  expect(await at.open(UNKNOWN, { 'x-forwarded-for': '203.0.113.9' })).toMatchObject({ status: 429 });
  expect(await at.open(token)).toMatchObject({ status: 200 });
});
