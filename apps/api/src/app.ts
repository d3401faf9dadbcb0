import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { LogController } from 'fastify';
import * as contract from '@azukari/contract';
import { endpointsIn } from '@azukari/contract';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import assets from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import type { Config } from './config.ts';
import { readPair, STRONG } from './http/certificate.ts';
import { ofTheApi } from './http/of-the-api.ts';
import { UNROUTED } from './http/unrouted.ts';
import { nestLog, openLog } from './log/log.ts';
import { MetricsServer } from './metrics/metrics.server.ts';
import type { Desk } from './practice/practice.desk.ts';
import { keepCookiesIn, practiceDoor } from './practice/practice.door.ts';
import { PracticeHouses } from './practice/practice.houses.ts';

const LARGEST_BODY_BYTES = 1_000_000;
const LONGEST_REQUEST_MS = 30_000;

/** createApp builds the server without listening; tests and main use the same. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const log = config.logLevel === 'silent' ? null : openLog(config);
  const app = await assemble(config, { log, desk: null });
  const houses = app.get(PracticeHouses);
  // Practice houses are made of the same parts as this one, and end with it.
  houses.builtBy(async (inner, desk) => ready(await assemble(inner, { log, desk })));
  const server = app.getHttpAdapter().getInstance();
  practiceDoor(server, houses);
  if (existsSync(config.webFolder)) await serveAssets(app, config);
  app.get(MetricsServer).watch(server);
  app.enableShutdownHooks();
  return app.init();
}

async function ready(app: NestFastifyApplication): Promise<NestFastifyApplication> {
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

interface Around {
  readonly log: ReturnType<typeof openLog> | null;
  /** Null: the real house. */
  readonly desk: Desk | null;
}

async function assemble(config: Config, { log, desk }: Around): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    ...UNROUTED,
    ...(config.tls && { https: { ...STRONG, ...readPair(config.tls) } }),
    bodyLimit: LARGEST_BODY_BYTES,
    requestTimeout: LONGEST_REQUEST_MS,
    genReqId: () => randomUUID(),
    ...(log ? { loggerInstance: log } : { logger: false as const }),
    logController: new LogController({ disableRequestLogging: true }),
  });
  const server = adapter.getInstance();
  // Whoever is slow with headers is waited for no longer than whoever is slow with all.
  server.server.headersTimeout = LONGEST_REQUEST_MS;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, desk), adapter, {
    logger: log ? nestLog(log) : false,
    forceCloseConnections: true,
  });
  const larger = new Map(endpointsIn(contract).map(({ path, largestBytes }) => [path as string, largestBytes]));
  server.addHook('onRoute', (route) => {
    const bytes = larger.get(route.url);
    if (bytes !== undefined) route.bodyLimit = bytes;
  });
  await app.register(cookie);
  if (desk !== null) keepCookiesIn(server);
  server.decorate('reachedByTls', config.tls !== null || config.url !== null);
  await app.register(helmet, {
    // The API is never rendered; the one page that is gets its own policy with a nonce.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 31_536_000 },
  });
  server.addHook('onRequest', (request, reply, done) => {
    // The camera reads labels, on our own pages alone; nothing here needs the rest.
    void reply.header('permissions-policy', 'camera=(self), microphone=(), geolocation=()');
    if (ofTheApi(request)) void reply.header('cache-control', 'no-store');
    done();
  });
  return app;
}

async function serveAssets(app: NestFastifyApplication, { webFolder }: Config): Promise<void> {
  await app.register(assets, {
    root: webFolder,
    wildcard: false,
    index: false,
    globIgnore: ['**/index.html'],
    preCompressed: true,
    cacheControl: false,
    // Names with a hash never change; the fonts' names have none.
    setHeaders: (reply, path) => {
      const hashed = !path.includes('/fonts/') && /-[\w-]{8}\.\w+(\.br|\.gz)?$/.test(path);
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
}
