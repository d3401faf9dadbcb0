import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { problemOf } from './problem.filter.ts';

/** UNROUTED answers what ends before there is a route: no hook has run, no filter sees it, and it is no defect of ours. */
export const UNROUTED: Pick<FastifyServerOptions, 'frameworkErrors' | 'clientErrorHandler'> = {
  // An address that cannot be decoded, or with too long a part.
  frameworkErrors: (error, request: FastifyRequest, reply: FastifyReply) => {
    const { status, body } = problemOf(error, request.id);
    void reply.status(status).headers(HEADERS).send(body);
  },
  // Bytes that are no HTTP, or too many, or too slow: there is only the socket.
  clientErrorHandler: (error, socket) => {
    const status = STATUS_OF_BYTES[error.code] ?? 400;
    const text = JSON.stringify(problemOf({ statusCode: status }, '').body);
    const headers = { ...HEADERS, 'content-length': String(Buffer.byteLength(text)), connection: 'close' };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    if (socket.writable)
      socket.write(`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${text}`);
    socket.destroy();
  },
};

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};
const STATUS_OF_BYTES: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
