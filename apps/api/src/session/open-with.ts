import type { AnswerOf, whoAmI } from '@azukari/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noteSignIn } from '../http/noted.ts';
import { Refused } from '../http/refused.ts';
import { giveToken } from './cookie.ts';
import type { Sessions } from './sessions.ts';

/** openWith gives the browser the token of a session and answers who is signed in by it. */
export async function openWith(
  token: string,
  sessions: Sessions,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<AnswerOf<typeof whoAmI>> {
  const by = await sessions.find(token, true);
  if (!by) throw new Refused({ kind: 'not-signed-in' });
  giveToken(request, reply, token);
  noteSignIn(request, by);
  return sessions.describe(by);
}
