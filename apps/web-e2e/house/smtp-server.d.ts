/** What of smtp-server the journeys use; it comes without types. */
declare module 'smtp-server' {
  import type { Server } from 'node:net';
  import type { Readable } from 'node:stream';

  interface Session {
    readonly envelope: { readonly rcptTo: readonly { readonly address: string }[] };
  }

  export class SMTPServer {
    readonly server: Server;
    constructor(options: {
      readonly authOptional: boolean;
      readonly disabledCommands: readonly string[];
      readonly onData: (stream: Readable, session: Session, done: () => void) => void;
    });
    listen(port: number, host: string, ready: () => void): void;
    close(closed: () => void): void;
  }
}
