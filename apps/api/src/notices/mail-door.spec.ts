import { createServer as createPlain } from 'node:net';
import type { Server, Socket } from 'node:net';
import { createServer as createSecure } from 'node:tls';
import { readConfig } from '../config.ts';
import { MailDoor } from './mail-door.ts';
import { greet } from './notices.connection.ts';
import { TEST_CERTIFICATE } from '../testing/certificate.ts';

const MAIL = { from: 'house@example.jp', to: 'taro@example.jp', bytes: 'Subject: x\r\n\r\nto one family\r\n' };

/** What was said to the server, line by line. */
let heard: string[];
const open: { readonly server: Server; readonly sockets: Set<Socket> }[] = [];
beforeEach(() => {
  heard = [];
});
afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

type Replies = (line: string, socket: Socket) => string | null;

/** A server that greets, and then says what it is told to say to each line; null is nothing. */
async function listening(replies: Replies, { host = '127.0.0.1', secure = false } = {}): Promise<number> {
  const sockets = new Set<Socket>();
  const talk = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    const answer = (line: string): void => {
      const reply = replies(line, socket);
      if (reply !== null) socket.write(`${reply}\r\n`);
    };
    answer('');
    socket.on('data', (data) => {
      const lines = data.toString().split('\r\n').filter(Boolean);
      heard.push(...lines);
      for (const line of lines) answer(line);
    });
  };
  const server = secure ? createSecure(TEST_CERTIFICATE, talk) : createPlain(talk);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  open.push({ server, sockets });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

const polite: Replies = (line) => {
  if (line === '') return '220 post.example ESMTP';
  if (line === 'DATA') return '354 go on';
  if (line === 'STARTTLS') return '502 what?';
  return line === '.' || /^(EHLO|MAIL|RCPT)/.test(line) ? '250 ok' : null;
};

const doorTo = (server: string, ca: string | null = null): MailDoor => {
  const config = readConfig({ AZUKARI_SMTP: server, AZUKARI_MAIL_FROM: MAIL.from });
  return new MailDoor({ ...config, mail: config.mail && { ...config.mail, ca } });
};

describe('a server that is never silent and never done', () => {
  const drips =
    (at: string): Replies =>
    (line, socket) => {
      if (line !== at) return polite(line, socket);
      const timer = setInterval(() => socket.write('250-still\r\n'), 50);
      socket.once('close', () => {
        clearInterval(timer);
      });
      return null;
    };
  test.each([
    ['', 'connect'],
    ['DATA', 'sender'],
    ['.', 'content'],
  ] as const)('is left after a while: %j', async (line, stage) => {
    const door = doorTo(`smtp://127.0.0.1:${String(await listening(drips(line)))}`);
    door.patience = { talkMs: 400, answerMs: 400 };
    expect(await door.deliver(MAIL)).toEqual({ stage, code: null });
  });
});

test('a server that takes its time over a whole mail is waited for', async () => {
  const slow: Replies = (line, socket) => {
    if (line !== '.') return polite(line, socket);
    setTimeout(() => socket.write('250 ok\r\n'), 2_500);
    return null;
  };
  const door = doorTo(`smtp://127.0.0.1:${String(await listening(slow))}`);
  door.patience = { talkMs: 2_000, answerMs: 120_000 };
  expect(await door.deliver(MAIL)).toEqual({ stage: 'content', code: 250 });
});

test('an address of IPv6 is one', async () => {
  const port = await listening(polite, { host: '::1' });
  expect(await doorTo(`smtp://[::1]:${String(port)}`).deliver(MAIL)).toEqual({ stage: 'content', code: 250 });
});

describe('nothing about a family crosses a network in the clear', () => {
  // Not the loopback by its name, although it leads there.
  const elsewhere = async (replies: Replies): Promise<string> =>
    `smtp://0.0.0.0:${String(await listening(replies, { host: '0.0.0.0' }))}`;
  test.each<[string, Replies]>([
    ['offers no TLS', polite],
    ['cannot begin it now', (line, socket) => (line === 'STARTTLS' ? '454 not now' : tls(line, socket))],
    [
      'says yes and goes on in the clear',
      (line, socket) => (line === 'STARTTLS' ? '220 go\r\n250 ok' : tls(line, socket)),
    ],
  ])('where a server %s', async (_, replies) => {
    const door = doorTo(await elsewhere(replies));
    door.patience = { talkMs: 1_000, answerMs: 1_000 };
    expect(await door.deliver(MAIL)).toMatchObject({ stage: 'connect' });
    expect(heard.join('\n')).not.toMatch(/MAIL FROM|RCPT|family|taro/);
  });
  const tls: Replies = (line, socket) =>
    line.startsWith('EHLO') ? '250-post.example\r\n250 STARTTLS' : polite(line, socket);

  test.each([
    ['whose certificate nobody has signed', 'localhost', null],
    ['that is called otherwise', '127.0.0.1', TEST_CERTIFICATE.cert],
  ])('to a server %s nothing is said', async (_, host, ca) => {
    const port = String(await listening(polite, { secure: true }));
    expect(await doorTo(`smtps://${host}:${port}`, ca).deliver(MAIL)).toEqual({ stage: 'connect', code: null });
    expect(heard).toEqual([]);
  });

  test('premise: to the one that is known it is', async () => {
    const port = String(await listening(polite, { secure: true }));
    const reply = await doorTo(`smtps://localhost:${port}`, TEST_CERTIFICATE.cert).deliver(MAIL);
    expect(reply).toEqual({ stage: 'content', code: 250 });
    expect(heard).toContain('to one family');
  });
});

test('a greeting goes as far as a mail would, hands none over, and tells why where it is not received', async () => {
  const patience = { talkMs: 5_000, answerMs: 5_000 };
  const greeting = (port: number, sign = '') =>
    greet({ server: `smtp://${sign}127.0.0.1:${String(port)}`, from: MAIL.from, ca: null }, patience);
  expect(await greeting(await listening(polite))).toEqual({ ok: true, closed: false });
  expect(heard.some((line) => /^(MAIL|RCPT|DATA)/.test(line))).toBe(false);
  const strict: Replies = (line) =>
    line.startsWith('EHLO')
      ? '250-post.example\r\n250 AUTH PLAIN'
      : line.startsWith('AUTH')
        ? '535 no'
        : polite(line, {} as Socket);
  expect(await greeting(await listening(strict), 'house:wrong@')).toMatchObject({ ok: false, stage: 'sign-in' });
  expect(await greeting(9)).toMatchObject({ ok: false, stage: 'connect' });
});
