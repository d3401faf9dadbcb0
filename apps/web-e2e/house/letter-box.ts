import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** LetterBox is a real mail server on this machine that keeps what comes. */
export class LetterBox {
  private readonly letters = new Map<string, string>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      void text(stream).then((letter) => {
        for (const { address } of envelope.rcptTo) this.letters.set(address, letter);
        done();
      });
    },
  });

  static async open(): Promise<LetterBox> {
    const box = new LetterBox();
    await new Promise<void>((ready) => {
      box.server.listen(0, '127.0.0.1', ready);
    });
    return box;
  }

  get url(): string {
    const address = this.server.server.address();
    return `smtp://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((closed) => {
      this.server.close(closed);
    });
  }

  /** textTo is the plain text of the newest letter to an address; empty while none has come. */
  textTo(address: string): string {
    const letter = this.letters.get(address) ?? '';
    const body = /content-type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)(?:\r\n--|$)/i.exec(letter)?.[1] ?? '';
    return Buffer.from(body, 'base64').toString('utf8');
  }
}
