import type { FastifyInstance, FastifyReply } from 'fastify';
import { problemOf } from '../http/problem.filter.ts';
import { Refused } from '../http/refused.ts';
import { practiceOf, takePractice } from '../session/cookie.ts';
import type { PracticeHouses } from './practice.houses.ts';

/** Where the practice houses are served: the same screens under another address. */
const UNDER = /^\/practice(?=[/?]|$)/;

/**
 * practiceDoor hands each request under `/practice` to the house whose cookie it shows, before anything of the real house has looked at
 * it: no guard, no session, no body. Who shows none is led to its door in the real house.
 */
export function practiceDoor(server: FastifyInstance, houses: PracticeHouses): void {
  server.addHook('onRequest', (request, reply, done) => {
    const { url = '/' } = request.raw;
    if (!UNDER.test(url)) {
      done();
      return;
    }
    const path = url.replace(UNDER, '').replace(/^(?!\/)/, '/');
    const house = houses.at(practiceOf(request));
    if (house) {
      reply.hijack();
      house.answer(request.raw, reply.raw, path);
      return;
    }
    takePractice(request, reply);
    if (/^\/api(?=[/?]|$)/.test(path)) refuse(reply, request.id);
    else void reply.redirect('/course', 303);
  });
}

function refuse(reply: FastifyReply, requestId: string): void {
  const { status, body } = problemOf(new Refused({ kind: 'not-signed-in' }), requestId);
  void reply.status(status).header('cache-control', 'no-store').send(body);
}

/** keepCookiesIn keeps a practice house from telling the browser anything that the real house would hear. */
export function keepCookiesIn(server: FastifyInstance): void {
  server.addHook('onSend', (_, reply, __, done) => {
    for (const name of ['set-cookie', 'clear-site-data']) reply.removeHeader(name);
    done();
  });
}
