import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** LetterBox is a real mail server on this machine that keeps what comes. */
export class LetterBox {
  private readonly letters = new Map<string, readonly string[]>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      void text(stream).then((letter) => {
        for (const { address } of envelope.rcptTo) this.letters.set(address, [...this.lettersTo(address), letter]);
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

  /** lettersTo are all letters to an address as they came, oldest first. */
  lettersTo(address: string): readonly string[] {
    return this.letters.get(address) ?? [];
  }

  /** textTo is the plain text, or the HTML, of the newest letter to an address; empty while none has come. */
  textTo(address: string, as: 'plain' | 'html' = 'plain'): string {
    const letter = this.lettersTo(address).at(-1) ?? '';
    const part = new RegExp(String.raw`content-type: text/${as}[\s\S]*?\r\n\r\n([\s\S]*?)(?:\r\n--|$)`, 'i');
    return Buffer.from(part.exec(letter)?.[1] ?? '', 'base64').toString('utf8');
  }
}
