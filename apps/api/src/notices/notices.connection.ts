import { isIP } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Config } from '../config.ts';

/** MailServer is where mails are handed over. */
export type MailServer = NonNullable<Config['mail']>;

/** Patience is how long the talk may take until a server listens, and then its answer to the whole mail. */
export interface Patience {
  readonly talkMs: number;
  readonly answerMs: number;
}

/** Greeting is how a mail server received us: over a closed connection or not; or at which step it did not, in its own words. */
export type Greeting =
  | { readonly ok: true; readonly closed: boolean }
  | { readonly ok: false; readonly stage: 'connect' | 'sign-in'; readonly why: string };

const CONNECT_MS = 15_000;
const MAIL_PORT = 587;
const MAIL_TLS_PORT = 465;

/** connectionTo is a connection to the mail server that is not opened yet. */
export function connectionTo({ server, ca }: MailServer, patience: Patience): SMTPConnection {
  const url = new URL(server);
  const secure = url.protocol === 'smtps:';
  return new SMTPConnection({
    // An address of IPv6 stands in brackets in a URL alone.
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port) || (secure ? MAIL_TLS_PORT : MAIL_PORT),
    secure,
    // Nothing about a family crosses a network in the clear, nor to a server that is not who it says.
    requireTLS: !secure && !isLoopback(url.hostname),
    ignoreTLS: !secure && isLoopback(url.hostname),
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca && { ca }) },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: patience.talkMs,
    dnsTimeout: CONNECT_MS,
    socketTimeout: patience.answerMs,
    name: 'azukari.local',
  });
}

/** signsIn says whether the server wants to know who we are. */
export function signsIn({ server }: MailServer): boolean {
  return new URL(server).username !== '';
}

/** signIn tells it. */
export function signIn(connection: SMTPConnection, { server }: MailServer): Promise<void> {
  const { username, password } = new URL(server);
  const user = decodeURIComponent(username);
  const pass = decodeURIComponent(password);
  return step(connection, (done) => {
    connection.login({ credentials: { user, pass } }, done);
  });
}

/** greet goes as far as a mail would, and hands none over. */
export async function greet(mail: MailServer, patience: Patience): Promise<Greeting> {
  const connection = connectionTo(mail, patience);
  const leaving = setTimeout(() => connection.close(), patience.talkMs);
  let stage: 'connect' | 'sign-in' = 'connect';
  try {
    await step(connection, (done) => {
      connection.connect(done);
    });
    if (signsIn(mail)) {
      stage = 'sign-in';
      await signIn(connection, mail);
    }
    return { ok: true, closed: connection.secure };
  } catch (error) {
    return { ok: false, stage, why: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(leaving);
    connection.quit();
    connection.close();
  }
}

/** step is one step of the talk. A connection that fails on its own says so by an event, and not always by the callback of what was under way. */
export function step(connection: SMTPConnection, begin: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      reject(error);
    };
    const ended = (): void => {
      reject(new Error('the connection was closed'));
    };
    connection.once('error', failed);
    connection.once('end', ended);
    begin((error) => {
      connection.removeListener('error', failed);
      connection.removeListener('end', ended);
      // What comes after this step has its own listener; in between nothing may bring the process down.
      connection.on('error', () => undefined);
      if (error) reject(error);
      else resolve();
    });
  });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));
}
