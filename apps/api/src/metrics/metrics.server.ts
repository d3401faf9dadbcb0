import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { watchLag } from '../event-loop.ts';
import type { LagWatch } from '../event-loop.ts';
import { exposition, EXPOSITION_TYPE, gauge } from './exposition.ts';
import { MetricsFacts } from './metrics.facts.ts';
import { Requests } from './requests.ts';

const LOOPBACK = '127.0.0.1';
const LONGEST_REQUEST_MS = 5000;

/** MetricsServer answers Prometheus on a port of its own, on the loopback only: numbers of the whole server, nothing about anybody. */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(MetricsServer.name);
  private readonly requests = new Requests();
  private server: Server | null = null;
  private lag: LagWatch | null = null;

  constructor(
    private readonly facts: MetricsFacts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** url is where it listens; null: it does not. */
  get url(): string | null {
    const address = this.server?.address();
    return typeof address === 'object' && address ? `http://${LOOPBACK}:${String(address.port)}/metrics` : null;
  }

  /** watch counts what a server answers, if anybody is to read it. */
  watch(server: FastifyInstance): void {
    if (this.config.metricsPort === null) return;
    server.addHook('onResponse', (request, reply, done) => {
      this.requests.count(request, reply);
      done();
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    const { metricsPort: port } = this.config;
    if (port === null) return;
    await this.facts.begin();
    this.lag = watchLag();
    this.server = createServer({ requestTimeout: LONGEST_REQUEST_MS }, (request, response) => {
      void this.answer(request, response);
    });
    this.server.listen({ host: LOOPBACK, port });
    await once(this.server, 'listening');
  }

  beforeApplicationShutdown(): void {
    this.lag?.end();
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (method !== 'GET' || url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await this.text();
      response.writeHead(200, { 'content-type': EXPOSITION_TYPE, 'x-content-type-options': 'nosniff' }).end(text);
    } catch (error) {
      this.logger.error('the metrics could not be read', error instanceof Error ? error.stack : error);
      response.writeHead(503).end();
    }
  }

  private async text(): Promise<string> {
    const { rss, heapUsed } = process.memoryUsage();
    return exposition([
      this.requests.family(),
      ...(await this.facts.families()),
      gauge('azukari_event_loop_lag_p99_seconds', 'How late the event loop was since the last reading.', this.late()),
      gauge('azukari_process_resident_memory_bytes', 'Memory of the process.', rss),
      gauge('azukari_process_heap_used_bytes', 'Memory that JavaScript uses.', heapUsed),
    ]);
  }

  private late(): number | null {
    return this.lag?.p99Seconds() ?? null;
  }
}
