import { connect } from 'node:net';
import type { House } from '../../testing/house.ts';
import { FAMILY, FamilyHouse, nonceOf, UNKNOWN } from './testing/family-house.ts';

let at: FamilyHouse;
let house: House;
beforeAll(async () => {
  at = await FamilyHouse.open();
  house = at.house;
});
afterAll(() => at.close());
beforeEach(() => {
  at.goTo(0);
});

describe('a stranger', () => {
  test.each([
    ['an unknown link', `/f/${UNKNOWN}`],
    ['a link too short', '/f/abc'],
    ['a link too long', `/f/${'a'.repeat(300)}`],
    ['the beginning', '/'],
    ['the API', '/api/session'],
    ['the health', '/api/health'],
    ['a folder', '/f/'],
    ['below a link', `/f/${UNKNOWN}/x`],
    ['a way out', '/f/..%2f..%2fapi'],
    ['an address that cannot be read', '/f/%E0%A4%A'],
  ])('reads the same page everywhere: %s', async (_, path) => {
    const { status, text } = await at.ask(path);
    const known = await at.open(UNKNOWN);
    expect(status).toBe(404);
    expect(text).toBe(known.text);
    expect(text).toContain('This page cannot be opened');
    expect(text).not.toMatch(/さくら苑|もみじ苑|Azukari/);
  });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a neighbour', { origin: 'null', 'sec-fetch-site': 'same-site' }],
    ['the bar of addresses', { 'sec-fetch-site': 'none' }],
    ['another port', { origin: `${FAMILY}:8443` }],
  ])('does not answer from %s', async (_, headers) => {
    const { token } = await at.link();
    const nonce = nonceOf(await at.open(token));
    const before = await house.ledgerSize();
    expect(await at.send(token, { nonce, answer: 'consult' }, headers)).toMatchObject({ status: 403 });
    expect(await house.ledgerSize()).toBe(before);
  });

  test('premise: pages that send no referrer send `null`, and may answer', async () => {
    const { token } = await at.link();
    const nonce = nonceOf(await at.open(token));
    expect(await at.send(token, { nonce, answer: 'consult' }, { origin: 'null' })).toMatchObject({ status: 303 });
  });

  test('who has the link of another, or an old form, changes nothing', async () => {
    const [mine, hers] = [await at.link(), await at.link()];
    const nonce = nonceOf(await at.open(mine.token));
    const before = await house.ledgerSize();
    expect(await at.send(hers.token, { nonce, answer: 'consult' })).toMatchObject({ status: 303 });
    expect(await house.ledgerSize()).toBe(before);
    expect((await at.open(hers.token)).text).toContain('<form');
  });

  test.each<[string, BodyInit, string, number]>([
    ['JSON', '{"answer":"consult"}', 'application/json', 415],
    ['files', 'x', 'multipart/form-data; boundary=x', 415],
    ['too much', `answer=consult&nonce=${'x'.repeat(5_000)}`, 'application/x-www-form-urlencoded', 413],
    ['a field of others', 'answer=consult&nonce=x&admin=1', 'application/x-www-form-urlencoded', 400],
    ['a field twice', 'answer=consult&answer=noted&nonce=x', 'application/x-www-form-urlencoded', 400],
    ['no form of ours', 'answer=consult', 'application/x-www-form-urlencoded', 400],
    ['nothing', '', 'application/x-www-form-urlencoded', 400],
  ])('sends %s', async (_, body, type, status) => {
    const { token } = await at.link();
    const before = await house.ledgerSize();
    const init = { method: 'POST', body, headers: { 'content-type': type, origin: FAMILY } };
    const told = await at.ask(`/f/${token}`, init);
    expect(told.status).toBe(status);
    expect(told.text).toBe((await at.open(UNKNOWN)).text);
    expect(await house.ledgerSize()).toBe(before);
  });

  test.each([
    ['good morning\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nhost: x\r\nx-a: '.padEnd(20_000, 'a') + '\r\n\r\n', 431],
    ['\u0016\u0003\u0001\u0002', 400],
  ])('also in answer to bytes that are no request of ours: %#', async (bytes, status) => {
    const told = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(new URL(at.url).port), '127.0.0.1', () => socket.write(bytes));
      socket.setEncoding('utf8').on('data', (part: string) => (text += part));
      socket.on('error', reject).on('close', () => {
        resolve(text);
      });
    });
    const [head = '', ...page] = told.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `));
    expect(head).toContain("content-security-policy: default-src 'none'");
    expect(page.join('\r\n\r\n')).toBe((await at.open(UNKNOWN)).text);
  });

  test('and who asks too often waits, link by link', async () => {
    const [mine, hers] = [await at.link(), await at.link()];
    const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await at.open(mine.token)).status));
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    expect(await at.open(hers.token)).toMatchObject({ status: 200 });
  });
});

test('who talks slowly is not waited for, and nobody waits for her', async () => {
  const { token } = await at.link();
  const post = [
    `POST /f/${UNKNOWN} HTTP/1.1`,
    'host: x',
    `origin: ${FAMILY}`,
    'content-length: 4000',
    'content-type: application/x-www-form-urlencoded\r\n\r\n',
  ].join('\r\n');
  const sockets = Array.from({ length: 100 }, (_, n) => {
    const socket = connect(Number(new URL(at.url).port), '127.0.0.1');
    socket.on('error', () => undefined).write(n % 2 === 0 ? post : 'GET /f/x HTTP/1.1\r\nhost: x\r\nx-slow: ');
    return { socket, ended: new Promise((resolve) => socket.once('close', resolve)) };
  });
  const drops = setInterval(() => {
    for (const { socket } of sockets) if (!socket.destroyed) socket.write('a');
  }, 100);
  expect(await at.open(token)).toMatchObject({ status: 200 });
  await Promise.all(sockets.map(({ ended }) => ended));
  clearInterval(drops);
});
