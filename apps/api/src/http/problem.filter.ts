import { Catch, HttpException, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '@azukari/domain';
import { isDiskFull } from '../database/disk-full.ts';
import { Malformed } from './parse.ts';
import { Refused } from './refused.ts';
import { ofTheApi } from './of-the-api.ts';
import { noteRefused } from './noted.ts';
import { STATUS_OF } from './refusal-status.ts';
import { WebPages } from './web-pages.ts';

/** ProblemFilter is the only place where a refusal, a malformed request or a defect becomes HTTP. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(WebPages) private readonly pages: WebPages) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (isUnknownRoute(thrown) && ['GET', 'HEAD'].includes(request.method) && !ofTheApi(request)) {
      this.pages.serve(reply);
      return;
    }
    const { status, body } = problemOf(thrown, request.id);
    if (status === 429 && 'refusal' in body && body.refusal.kind === 'too-many-attempts')
      void reply.header('retry-after', body.refusal.retryAfterSeconds);
    if (status === 500) request.log.error({ err: thrown }, 'defect');
    else noteRefused(request, thrown);
    // A route of text or PDF has named its own type by now; a refusal is JSON everywhere.
    void reply
      .status(status)
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(body);
  }
}

type Problem =
  { readonly refusal: Refusal } | { readonly issues: Malformed['issues'] } | { readonly requestId: string };

/** problemOf is what a caller hears of a refusal, a malformed request or a defect, and its status. */
export function problemOf(thrown: unknown, requestId: string): { readonly status: number; readonly body: Problem } {
  const refused = (refusal: Refusal) => ({ status: STATUS_OF[refusal.kind], body: { refusal } });
  if (thrown instanceof Refused) return refused(thrown.refusal);
  if (thrown instanceof Malformed) return { status: 400, body: { issues: thrown.issues } };
  if (isUnknownRoute(thrown)) return refused({ kind: 'not-found' });
  if (isDiskFull(thrown)) return refused({ kind: 'disk-full' });
  const status = clientError(thrown);
  if (status !== null) return { status, body: { issues: [{ path: '', code: CODE_OF[status] ?? 'unreadable' }] } };
  return { status: 500, body: { requestId } };
}

const CODE_OF: Readonly<Record<number, string>> = {
  408: 'too-slow',
  413: 'too-large',
  414: 'too-long',
  431: 'too-large',
};

function isUnknownRoute(thrown: unknown): boolean {
  return thrown instanceof HttpException && thrown.getStatus() === 404;
}

/** Fastify's own refusals (of a body, of an address) come as errors with a status. */
function clientError(thrown: unknown): number | null {
  if (thrown instanceof HttpException) return thrown.getStatus() < 500 ? thrown.getStatus() : null;
  const status: unknown =
    typeof thrown === 'object' && thrown !== null && 'statusCode' in thrown ? thrown.statusCode : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
