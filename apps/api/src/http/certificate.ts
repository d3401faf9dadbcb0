import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Server } from 'node:https';
import { createSecureContext } from 'node:tls';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { dayInTokyo, instantAt, millisecondsOf } from '@azukari/domain';
import type { CalendarDay, Instant } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';

const LOOK_EVERY_MS = 60_000;
const SOON_MS = 30 * 86_400_000;

/** Pair is a certificate with those that sign it, and its key, both PEM. */
export interface Pair {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * STRONG is how TLS is spoken: 1.2 and 1.3, only with keys of the moment (ECDHE) and sealed records (AEAD), the strongest first; the
 * order is the server's. RFC 9325, 4.2.
 */
export const STRONG = {
  minVersion: 'TLSv1.2',
  honorCipherOrder: true,
  ciphers: [
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
  ].join(':'),
} as const;

/** readPair reads both files, and throws where they are no certificate, no key, or do not belong together. */
export function readPair(tls: { readonly certFile: string; readonly keyFile: string }): Pair {
  const pair = { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) };
  try {
    createSecureContext(pair);
  } catch (error) {
    throw new Error(`${tls.certFile} and ${tls.keyFile} are no certificate with its key`, { cause: error });
  }
  return pair;
}

/**
 * Certificate is what the server shows to those who connect. Its files are looked at every minute: a new pair is taken without a
 * restart, and while a pair is half written or wrong the one before goes on.
 */
@Injectable()
export class Certificate implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Certificate.name);
  private readonly tls: Config['tls'];
  private shown: Pair | null = null;
  private refused = false;
  private failed = { count: 0, quietUntilMs: 0 };
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
    private readonly host: HttpAdapterHost,
  ) {
    this.tls = config.tls;
    if (this.tls) this.shown = readPair(this.tls);
  }

  onApplicationBootstrap(): void {
    if (!this.tls) return;
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    const server: unknown = this.host.httpAdapter.getHttpServer();
    if (server instanceof Server) server.on('tlsClientError', (error) => this.note(error));
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** endsAt is until when it goes; null where the server speaks plain HTTP on the loopback. */
  get endsAt(): Instant | null {
    return this.shown && instantAt(new X509Certificate(this.shown.cert).validToDate.getTime());
  }

  /** endsSoonOn is its last day in Japan, once that is less than thirty days off. */
  get endsSoonOn(): CalendarDay | null {
    const { endsAt } = this;
    const soon = endsAt !== null && millisecondsOf(endsAt) - millisecondsOf(this.clock.now()) < SOON_MS;
    return soon ? dayInTokyo(endsAt) : null;
  }

  /** state warns of a pair that ends soon or that was not taken, and fails when browsers no longer believe it. */
  get state(): 'off' | 'ok' | 'warn' | 'fail' {
    const { endsAt } = this;
    if (endsAt === null) return 'off';
    if (endsAt <= this.clock.now()) return 'fail';
    return this.refused || this.endsSoonOn !== null ? 'warn' : 'ok';
  }

  /**
   * Handshakes that fail are told by kind, without who it was: the first at once, those of the next minute as a number with the first
   * one after it. Anybody on the network can make as many as she likes.
   */
  private note({ code = 'unknown' }: NodeJS.ErrnoException): void {
    const now = this.clock.elapsedMs();
    this.failed.count += 1;
    if (now < this.failed.quietUntilMs) return;
    this.logger.warn('TLS handshakes failed', `${String(this.failed.count)}, the last: ${code}`);
    this.failed = { count: 0, quietUntilMs: now + LOOK_EVERY_MS };
  }

  /** look takes the pair that the files hold now. */
  look(): void {
    if (!this.tls || !this.shown) return;
    try {
      const pair = readPair(this.tls);
      this.refused = false;
      if (pair.cert.equals(this.shown.cert) && pair.key.equals(this.shown.key)) return;
      const server: unknown = this.host.httpAdapter.getHttpServer();
      if (server instanceof Server) server.setSecureContext({ ...STRONG, ...pair });
      this.shown = pair;
    } catch (error) {
      if (!this.refused) this.logger.error('the new certificate is not taken', error);
      this.refused = true;
    }
  }
}
