import type { FastifyReply, FastifyRequest } from 'fastify';

/** The `__Host-` prefix needs TLS; other clients drop it on plain loopback. */
function nameFor(request: FastifyRequest): string {
  return request.protocol === 'https' ? '__Host-azukari' : 'azukari';
}

/** tokenOf reads the session's token, or null. */
export function tokenOf(request: FastifyRequest): string | null {
  return request.cookies[nameFor(request)] ?? null;
}

/** giveToken sets the session cookie: no script reads it and no other site sends it. */
export function giveToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  void reply.setCookie(nameFor(request), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  });
}

/** takeToken removes the cookie and what the browser kept. */
export function takeToken(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(nameFor(request), { path: '/' }).header('clear-site-data', '"cache", "storage"');
}
