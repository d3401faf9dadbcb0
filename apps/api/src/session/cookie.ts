import type { FastifyReply, FastifyRequest } from 'fastify';

type Name = 'azukari' | 'azukari-device' | 'azukari-tablet';

/** Tokens are what a browser showed: of its session, of itself, and of the tablet that it was enrolled as. */
export interface Tokens {
  readonly session: string | null;
  readonly device: string | null;
  readonly tablet: string | null;
}

/** The longest that browsers keep a cookie. */
const DEVICE_SECONDS = 400 * 86_400;

/** The `__Host-` prefix needs TLS; other clients drop it on plain loopback. */
function nameFor(request: FastifyRequest, name: Name): string {
  return request.protocol === 'https' ? `__Host-${name}` : name;
}

/** tokenOf reads the session's token, or null. */
export function tokenOf(request: FastifyRequest): string | null {
  return request.cookies[nameFor(request, 'azukari')] ?? null;
}

/** tabletOf reads the token of a browser that was enrolled as a tablet, or null. */
export function tabletOf(request: FastifyRequest): string | null {
  return request.cookies[nameFor(request, 'azukari-tablet')] ?? null;
}

/** tokensOf reads all that a browser shows. */
export function tokensOf(request: FastifyRequest): Tokens {
  const device = request.cookies[nameFor(request, 'azukari-device')] ?? null;
  return { session: tokenOf(request), device, tablet: tabletOf(request) };
}

/** giveToken sets the session cookie: no script reads it and no other site sends it. */
export function giveToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  give(request, reply, { name: 'azukari', token });
}

/** giveDevice sets the cookie by which the browser is known when somebody signs in again; it outlives sessions. */
export function giveDevice(request: FastifyRequest, reply: FastifyReply, token: string): void {
  give(request, reply, { name: 'azukari-device', token, maxAge: DEVICE_SECONDS });
}

/** giveTablet sets the cookie by which an enrolled tablet is known; each sign-in there puts its end off. */
export function giveTablet(request: FastifyRequest, reply: FastifyReply, token: string): void {
  give(request, reply, { name: 'azukari-tablet', token, maxAge: DEVICE_SECONDS });
}

/** takeToken removes the session cookie and what the browser kept. */
export function takeToken(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(nameFor(request, 'azukari'), { path: '/' }).header('clear-site-data', '"cache", "storage"');
}

function give(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, token, maxAge }: { readonly name: Name; readonly token: string; readonly maxAge?: number },
): void {
  void reply.setCookie(nameFor(request, name), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    ...(maxAge !== undefined && { maxAge }),
  });
}
