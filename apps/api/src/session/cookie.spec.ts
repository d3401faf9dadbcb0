import { addTablet, enrolTablet, readBoard, readTablet, signIn, signInAtTablet, signOut } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { PASSWORD, Person } from '../testing/person.ts';
import type { Reply } from '../testing/person.ts';

let house: House;
beforeAll(async () => {
  // As behind a proxy that ends TLS: what reaches the server is plain HTTP on the loopback.
  house = await openHouse({ env: { AZUKARI_URL: 'https://azukari.example.jp' } });
  await house.manager.signIn();
});
afterAll(() => house.close());

const given = ({ headers }: Reply<unknown>): string[] => (headers['set-cookie'] ?? []) as string[];
const shown = (reply: Reply<unknown>, name: string): string =>
  given(reply)
    .find((one) => one.startsWith(`${name}=`))
    ?.split(/[=;]/)[1] ?? '';
const ask = ({ method, path }: typeof readBoard | typeof readTablet | typeof signOut, cookie: string) =>
  new Person(house.app).raw<{ tablet?: unknown }>({ method, url: path, headers: { 'x-azukari': '1', cookie } });
const enter = (cookie: string) =>
  new Person(house.app).raw({
    method: 'POST',
    url: signIn.path,
    payload: { loginId: 'manager', password: PASSWORD },
    headers: { 'x-azukari': '1', cookie },
  });

describe('behind a proxy that ends TLS', () => {
  test('every cookie is for TLS and this host alone', async () => {
    const { code } = await house.manager.ok(addTablet, { name: '受付' });
    const replies = [await new Person(house.app).send(enrolTablet, { code: code ?? '' }), await enter('')];
    const cookies = replies.flatMap(given).filter((one) => !one.includes('Max-Age=0'));
    expect(cookies.map((one) => one.split('=')[0])).toEqual([
      '__Host-azukari-tablet',
      '__Host-azukari',
      '__Host-azukari-device',
    ]);
    for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });

  test('a session by the plain name is opened by nobody, and ends where somebody signs in', async () => {
    const token = shown(await enter(''), '__Host-azukari');
    expect((await ask(readBoard, `__Host-azukari=${token}`)).status).toBe(200);
    expect((await ask(readBoard, `azukari=${token}`)).status).toBe(401);
    const after = await enter(`azukari=${token}`);
    expect(given(after)).toContainEqual(expect.stringMatching(/^azukari=; Max-Age=0; /));
    expect((await ask(readBoard, `__Host-azukari=${token}`)).status).toBe(401);
    const fresh = shown(after, '__Host-azukari');
    const out = await ask(signOut, `azukari=${token}; __Host-azukari=${fresh}`);
    expect(given(out).map((one) => one.split(';')[0])).toEqual(['azukari=', '__Host-azukari=']);
    expect(given(out)[1]).toContain('; Secure;');
    expect((await ask(readBoard, `__Host-azukari=${fresh}`)).status).toBe(401);
  });

  test('a tablet that was enrolled before is one still, and has the new name from the next sign-in on', async () => {
    const { code } = await house.manager.ok(addTablet, { name: '医務室' });
    const token = shown(await new Person(house.app).send(enrolTablet, { code: code ?? '' }), '__Host-azukari-tablet');
    const cookie = `azukari-tablet=${token}`;
    expect((await ask(readTablet, cookie)).body.tablet).not.toBeNull();
    const entered = await new Person(house.app).raw({
      method: 'POST',
      url: signInAtTablet.path,
      payload: { staffId: house.manager.staffId, password: PASSWORD },
      headers: { 'x-azukari': '1', cookie },
    });
    expect(shown(entered, '__Host-azukari-tablet')).toBe(token);
    expect(given(entered)).toContainEqual(expect.stringMatching(/^azukari-tablet=; Max-Age=0; /));
  });
});
