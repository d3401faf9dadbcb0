import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

/** Stage is where the conversation stands when the post office does what it was told to do. */
export type Stage = 'connect' | 'ehlo' | 'mail' | 'rcpt' | 'data' | 'content' | 'never';

/** Fault is what happens at a stage: a reply, the connection cut, or taken and then cut before the answer. */
export interface Fault {
  readonly at: Stage;
  /** `cut`, `take-and-cut`, `take-and-hang` (which never answers), or a reply. */
  readonly does: string;
}

/** Letter is a mail as it arrived. */
export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly raw: string;
}

/** PostOffice is a real mail server on the loopback, which can be told to fail at every stage of the protocol (RFC 5321). */
export class PostOffice {
  readonly letters: Letter[] = [];
  /** faults are what happens to the next connections, one each, and then `always`. */
  readonly faults: Fault[] = [];
  always: Fault | null = null;
  connections = 0;
  /** atOnce is how many mails were ever being handed over at the same time. */
  atOnce = 0;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  /** Where a mail was begun and its end has not come. */
  private readonly handing = new Set<Socket>();

  private constructor() {
    this.server = createServer((socket) => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.on('close', () => {
        this.sockets.delete(socket);
        this.handing.delete(socket);
      });
      socket.on('error', () => undefined);
      this.talk(socket, this.faults.shift() ?? this.always ?? { at: 'never', does: '' });
    });
  }

  static async open(): Promise<PostOffice> {
    const office = new PostOffice();
    await new Promise<void>((resolve) => office.server.listen(0, '127.0.0.1', resolve));
    return office;
  }

  get url(): string {
    const address = this.server.address();
    return `smtp://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private talk(socket: Socket, fault: Fault): void {
    const mail = { from: '', to: '' };
    let inContent = false;
    let buffer = '';
    /** Answers whether the conversation goes on. */
    const fails = (stage: Stage): boolean => {
      if (fault.at !== stage) return false;
      if (fault.does === 'cut') socket.destroy();
      else if (fault.does !== 'take-and-cut') socket.write(`${fault.does}\r\n`);
      return true;
    };
    if (fails('connect')) return;
    socket.write('220 post.example ESMTP\r\n');
    const line = (text: string): void => {
      const verb = text.slice(0, 4).toUpperCase();
      const say = (stage: Stage, reply: string): void => {
        if (!fails(stage)) socket.write(`${reply}\r\n`);
      };
      if (verb === 'EHLO') say('ehlo', '250 post.example');
      else if (verb === 'MAIL') {
        mail.from = addressIn(text);
        this.handing.add(socket);
        this.atOnce = Math.max(this.atOnce, this.handing.size);
        say('mail', '250 ok');
      } else if (verb === 'RCPT') {
        mail.to = addressIn(text);
        say('rcpt', '250 ok');
      } else if (verb === 'DATA') {
        if (fails('data')) return;
        inContent = true;
        socket.write('354 go on\r\n');
      } else if (verb === 'QUIT') socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    };
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      buffer += chunk;
      for (;;) {
        const end = buffer.indexOf(inContent ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const text = buffer.slice(0, end);
        buffer = buffer.slice(end + (inContent ? 5 : 2));
        if (!inContent) line(text);
        else {
          inContent = false;
          this.handing.delete(socket);
          if (fault.at === 'content' && !fault.does.startsWith('take-')) {
            fails('content');
            continue;
          }
          this.letters.push({ ...mail, raw: text.replaceAll('\r\n..', '\r\n.') });
          if (fault.at !== 'content') socket.write('250 taken\r\n');
          else if (fault.does === 'take-and-cut') socket.destroy();
        }
      }
    });
  }
}

function addressIn(text: string): string {
  return /<(.*)>/.exec(text)?.[1] ?? '';
}

/** partsOf are the decoded parts of a mail by their type, and its headers as they stand on the wire, unfolded. */
export function partsOf({ raw }: Letter): {
  readonly headers: string;
  readonly parts: Readonly<Record<string, string>>;
} {
  const parts: Record<string, string> = {};
  const [headers = ''] = raw.split('\r\n\r\n', 1);
  const visit = (text: string): void => {
    const at = text.indexOf('\r\n\r\n');
    const head = text.slice(0, at).replaceAll(/\r\n[ \t]+/g, ' ');
    const body = text.slice(at + 4);
    const type = /^content-type: ([\w/-]+)/im.exec(head)?.[1] ?? 'text/plain';
    const boundary = /boundary="?([^";\r\n]+)/i.exec(head)?.[1];
    if (boundary) {
      for (const part of body.split(`--${boundary}`).slice(1, -1)) visit(part.replace(/^\r\n/, ''));
      return;
    }
    const encoding = /^content-transfer-encoding: (\S+)/im.exec(head)?.[1] ?? '7bit';
    parts[type] ??=
      encoding === 'base64'
        ? Buffer.from(body, 'base64').toString('utf8')
        : encoding === 'quoted-printable'
          ? decodeQuoted(body)
          : body;
  };
  visit(raw);
  return { headers: headers.replaceAll(/\r\n[ \t]+/g, ' '), parts };
}

function decodeQuoted(text: string): string {
  const bytes = text
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
