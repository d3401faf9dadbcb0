import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';

const NONCE_PLACE = /CSP_NONCE/g;

/** WebPages answers every address of the web application with its one page, under a policy that names this answer's nonce. */
@Injectable()
export class WebPages {
  private readonly page: string | null;

  constructor(@Inject(CONFIG) config: Config) {
    const file = join(config.webFolder, 'index.html');
    this.page = existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  serve(reply: FastifyReply): void {
    const nonce = randomBytes(16).toString('base64');
    const page = this.page ?? 'The web application is not built: npm run build';
    void reply
      .status(this.page === null ? 503 : 200)
      .header('content-type', this.page === null ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy(nonce))
      .send(page.replaceAll(NONCE_PLACE, nonce));
  }
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'frame-src blob:',
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types angular angular#bundler azukari-xml',
  ].join('; ');
}
