import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { onTheWire } from '@azukari/domain';
import type { SmtpReply, SmtpStage } from '@azukari/domain';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { connectionTo, signIn, signsIn, step } from './notices.connection.ts';

/** Envelope is from whom and to whom, and the bytes that were stored before the first attempt. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly bytes: string;
}

/** Heard is a reply with what the server said in its own words, where it said anything. */
export interface Heard extends SmtpReply {
  readonly said?: string;
}

/** What nodemailer says was in flight when it failed. */
const STAGES: readonly (readonly [RegExp, SmtpStage])[] = [
  [/^AUTH/, 'sign-in'],
  [/^MAIL FROM/, 'sender'],
  [/^RCPT TO/, 'recipient'],
];

interface Failure extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** MailDoor hands one mail to the mail server and reports what was heard last; it never tries again by itself. */
@Injectable()
export class MailDoor {
  /**
   * patience is how long the talk may take until a server listens, and then its answer to the whole mail: RFC 5321 (4.5.3.2.6) asks
   * for minutes, because who does not wait sends twice; the time for which a mail is taken in hand is longer. A server that answers
   * drop by drop is never silent.
   */
  patience = { talkMs: 60_000, answerMs: 6 * 60_000 };

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** isOpen says whether a mail server is configured. */
  get isOpen(): boolean {
    return this.config.mail !== null;
  }

  /** deliver makes one attempt over a connection of its own. */
  async deliver({ from, to, bytes }: Envelope): Promise<Heard> {
    const { mail } = this.config;
    if (mail === null) throw new Error('no mail server is configured');
    const connection = connectionTo(mail, this.patience);
    const leaveAfter = (ms: number): NodeJS.Timeout => setTimeout(() => connection.close(), ms);
    let leaving = leaveAfter(this.patience.talkMs);
    let stage: SmtpStage = 'connect';
    const handingOver = (): void => {
      stage = 'content';
      clearTimeout(leaving);
      leaving = leaveAfter(this.patience.answerMs);
    };
    const message = Readable.from(once(bytes, handingOver));
    try {
      await step(connection, (done) => {
        connection.connect(done);
      });
      stage = 'greeting';
      if (signsIn(mail)) {
        stage = 'sign-in';
        await signIn(connection, mail);
      }
      stage = 'sender';
      await step(connection, (done) => {
        connection.send({ from: onTheWire(from), to: [onTheWire(to)] }, message, done);
      });
      return { stage: 'content', code: 250 };
    } catch (error) {
      return replyOf(error as Failure, stage);
    } finally {
      clearTimeout(leaving);
      message.destroy();
      connection.close();
    }
  }
}

/** The bytes are asked for only after the server has said that it listens: from there on it may have them. */
function* once(bytes: string, asked: () => void): Generator<Buffer> {
  asked();
  yield Buffer.from(bytes);
}

function replyOf({ code, command = '', responseCode, response }: Failure, reached: SmtpStage): Heard {
  const named = STAGES.find(([pattern]) => pattern.test(command))?.[1];
  const stage =
    reached === 'content' ? 'content' : (named ?? (code === 'EENVELOPE' && command === 'DATA' ? 'data' : reached));
  return { stage, code: responseCode ?? null, ...(response && { said: response }) };
}
