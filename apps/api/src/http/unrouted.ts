import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
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
    const status = statusOfBytes(error.code);
    const text = JSON.stringify(problemOf({ statusCode: status }, '').body);
    answerBytes(socket, { status, headers: HEADERS, text });
  },
};

/** statusOfBytes is how a fault of what should have been HTTP is answered. */
export function statusOfBytes(code: string): number {
  return STATUS_OF_BYTES[code] ?? 400;
}

/** answerBytes answers where there is only a socket, and closes it. */
export function answerBytes(
  socket: Duplex,
  { status, headers, text }: { readonly status: number; readonly headers: Headers; readonly text: string },
): void {
  const all = { ...headers, 'content-length': String(Buffer.byteLength(text)), connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  if (socket.writable)
    socket.write(`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${text}`);
  socket.destroy();
}

type Headers = Readonly<Record<string, string>>;

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};
const STATUS_OF_BYTES: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
