import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import fastify from 'fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../clock.ts';
import { CONFIG } from '../../config.ts';
import type { Config } from '../../config.ts';
import { answerBytes, statusOfBytes } from '../../http/unrouted.ts';
import { clientOf } from './client.ts';
import { FamilyDesk } from './family-desk.ts';
import { readForm } from './family-form.ts';
import { Pace } from './pace.ts';
import { LATER, STRANGER } from './sheet.ts';
import { STYLE_HASH } from './style.ts';

const LOOPBACK = '127.0.0.1';
const LARGEST_BODY_BYTES = 4096;
const MOST_CONNECTIONS = 500;
const MINUTE_MS = 60_000;
/** A family opens its page a few times, also with a link that is over; what opens is never held up by what does not. */
const OF_ONE_LINK = 30;
const OF_ONE_STRANGER = 60;
/** Without a proxy that tells them apart, all strangers are one. */
const OF_ALL_STRANGERS = 1200;
/** Sooner nobody hears anything, so that the time does not tell how far a look had come. */
const SOONEST_MS = 50;
/** The form of a token. */
const TOKEN = /^[\w-]{43}$/;

type At = FastifyRequest<{ Params: { token: string }; Querystring: { answer?: unknown } }>;

/**
 * FamilyServer answers the pages of families and nothing else, on a port of its own: what a reverse proxy shows to the world
 * cannot reach the API, whatever it is asked for.
 */
@Injectable()
export class FamilyServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(FamilyServer.name);
  private readonly ofOneLink = new Pace(OF_ONE_LINK, MINUTE_MS);
  private readonly ofStrangers: Pace;
  private server: FastifyInstance | null = null;

  constructor(
    private readonly desk: FamilyDesk,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.ofStrangers = new Pace(config.family?.proxied ? OF_ONE_STRANGER : OF_ALL_STRANGERS, MINUTE_MS);
  }

  /** url is where it listens on this machine; null: it does not. */
  get url(): string | null {
    const address = this.server?.server.address();
    return typeof address === 'object' && address ? `http://${LOOPBACK}:${String(address.port)}` : null;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { family } = this.config;
    if (family === null) return;
    this.server = this.build(family);
    await this.server.listen({ host: LOOPBACK, port: family.port });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.server?.close();
  }

  private build({ url, proxied, withSubdomains, patienceMs }: NonNullable<Config['family']>): FastifyInstance {
    const { origin, protocol } = new URL(url);
    const headers = headersOf(protocol === 'https:', withSubdomains);
    // An address holds the token: none is ever logged.
    const server = fastify({
      clientErrorHandler: ({ code }, socket) => {
        answerBytes(socket, { status: statusOfBytes(code), headers, text: STRANGER });
      },
      frameworkErrors: (_, __, reply: FastifyReply) => {
        void reply.status(404).headers(headers).send(STRANGER);
      },
      bodyLimit: LARGEST_BODY_BYTES,
      requestTimeout: patienceMs,
      // Node takes the longer of the two for the body, and looks twice a minute unless told.
      http: { headersTimeout: patienceMs, connectionsCheckingInterval: patienceMs / 4 },
      // One proxy: what stood before its word anybody may have written.
      trustProxy: (_, hop) => proxied && hop === 0,
      exposeHeadRoutes: false,
      forceCloseConnections: true,
    });
    server.server.maxConnections = MOST_CONNECTIONS;
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => {
      done(null, new URLSearchParams(body.toString()));
    });
    server.addHook('onRequest', async (request, reply) => {
      void reply.headers(headers);
      if (!(await this.inPace(request, proxied))) return reply.status(429).header('retry-after', '60').send(LATER);
      if (request.method === 'POST' && isForeign(request, origin)) return reply.status(403).send(STRANGER);
    });
    server.setNotFoundHandler((_, reply) => reply.status(404).send(STRANGER));
    server.setErrorHandler((error: FastifyError, _, reply) => {
      const status = error.statusCode ?? 500;
      if (status < 500) return reply.status(status).send(STRANGER);
      this.logger.error('a page of a family could not be made', error.stack);
      return reply.status(500).send(LATER);
    });
    server.get('/f/:token', (request: At, reply) => this.show(request, reply));
    server.post('/f/:token', (request: At, reply) => this.take(request, reply));
    return server;
  }

  private async show({ params: { token }, query: { answer } }: At, reply: FastifyReply): Promise<FastifyReply> {
    const chosen = typeof answer === 'string' ? answer : '';
    const page = await noSooner(TOKEN.test(token) ? this.desk.show(token, chosen) : null);
    return page === null ? reply.status(404).send(STRANGER) : reply.send(page);
  }

  private async take({ params: { token }, body }: At, reply: FastifyReply): Promise<FastifyReply> {
    const form = body instanceof URLSearchParams ? readForm(body) : null;
    if (form === null) return reply.status(400).send(STRANGER);
    const answered = await noSooner(TOKEN.test(token) ? this.desk.answer(token, form) : null);
    if (answered === null) return reply.status(404).send(STRANGER);
    if (answered.is === 'again') return reply.status(422).send(answered.page);
    // Relative, because a reverse proxy may have put the page in a folder.
    return reply.status(303).header('location', token).send('');
  }

  private async inPace({ params, ip }: FastifyRequest, proxied: boolean): Promise<boolean> {
    const { token = '' } = params as Partial<At['params']>;
    const opens = TOKEN.test(token) && (await this.desk.knows(token));
    const now = this.clock.elapsedMs();
    return opens ? this.ofOneLink.allows(token, now) : this.ofStrangers.allows(proxied ? clientOf(ip) : '', now);
  }
}

async function noSooner<T>(work: Promise<T> | null): Promise<T | null> {
  const [done] = await Promise.all([work, wait(SOONEST_MS)]);
  return done;
}

/**
 * Another site cannot know the form's own secret; whatever says where it comes from has to be us as well. Pages that send no
 * referrer say `null`, and old browsers say nothing.
 */
function isForeign({ headers }: FastifyRequest, origin: string): boolean {
  const { origin: from = 'null', 'sec-fetch-site': site = 'same-origin' } = headers;
  return site !== 'same-origin' || (from !== 'null' && from !== origin);
}

function headersOf(secure: boolean, withSubdomains: boolean): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src '${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    ...(secure && { 'strict-transport-security': `max-age=31536000${withSubdomains ? '; includeSubDomains' : ''}` }),
  };
}
