import type { FastifyReply, FastifyRequest } from 'fastify';

type Name = 'azukari' | 'azukari-device' | 'azukari-tablet' | 'azukari-practice';

declare module 'fastify' {
  interface FastifyInstance {
    /** People reach the server over TLS: it speaks it itself, or `AZUKARI_URL` says that a proxy before it does. */
    reachedByTls: boolean;
  }
}

/** Tokens are what a browser showed: of its session, of itself, and of the tablet that it was enrolled as. */
export interface Tokens {
  readonly session: string | null;
  readonly device: string | null;
  readonly tablet: string | null;
}

/** The longest that browsers keep a cookie. */
const DEVICE_SECONDS = 400 * 86_400;

/** The `__Host-` prefix needs TLS; other clients drop it on plain loopback. */
function nameFor({ server }: FastifyRequest, name: Name): string {
  return server.reachedByTls ? `__Host-${name}` : name;
}

/**
 * A house that went over to TLS has browsers that still show the plain name. No session is opened by one, because a neighbouring host
 * could have set it; what the browser was known as is taken, and given back under the name of now.
 */
function known(request: FastifyRequest, name: 'azukari-device' | 'azukari-tablet'): string | null {
  return request.cookies[nameFor(request, name)] ?? request.cookies[name] ?? null;
}

/** tokenOf reads the session's token, or null. */
export function tokenOf(request: FastifyRequest): string | null {
  return request.cookies[nameFor(request, 'azukari')] ?? null;
}

/** tabletOf reads the token of a browser that was enrolled as a tablet, or null. */
export function tabletOf(request: FastifyRequest): string | null {
  return known(request, 'azukari-tablet');
}

/** tokensOf reads all that a browser shows; its session, to end it, by either name. */
export function tokensOf(request: FastifyRequest): Tokens {
  const session = tokenOf(request) ?? request.cookies['azukari'] ?? null;
  return { session, device: known(request, 'azukari-device'), tablet: tabletOf(request) };
}

/** giveToken sets the session cookie: no script reads it and no other site sends it. */
export function giveToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  takePractice(request, reply);
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

/** practiceOf reads the token of a practice house, or null. It is no session's, and opens nothing but that house. */
export function practiceOf(request: FastifyRequest): string | null {
  return request.cookies[nameFor(request, 'azukari-practice')] ?? null;
}

/** givePractice sets the cookie of a practice house. */
export function givePractice(request: FastifyRequest, reply: FastifyReply, token: string): void {
  give(request, reply, { name: 'azukari-practice', token });
}

/** takePractice removes it: the practice is over, or somebody else takes over the browser. */
export function takePractice(request: FastifyRequest, reply: FastifyReply): void {
  const name = nameFor(request, 'azukari-practice');
  if (name in request.cookies) void reply.clearCookie(name, attributesFor(request));
}

/** takeToken removes the session cookie and what the browser kept. */
export function takeToken(request: FastifyRequest, reply: FastifyReply): void {
  takePractice(request, reply);
  forget(request, reply, 'azukari');
  void reply.clearCookie(nameFor(request, 'azukari'), attributesFor(request));
  void reply.header('clear-site-data', '"cache", "storage"');
}

/** What a browser has under the plain name goes where that is not the name of now. */
function forget(request: FastifyRequest, reply: FastifyReply, name: Name): void {
  if (nameFor(request, name) !== name && name in request.cookies) void reply.clearCookie(name, attributesFor(request));
}

function attributesFor({ server }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: server.reachedByTls } as const;
}

function give(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, token, maxAge }: { readonly name: Name; readonly token: string; readonly maxAge?: number },
): void {
  forget(request, reply, name);
  void reply.setCookie(nameFor(request, name), token, {
    ...attributesFor(request),
    ...(maxAge !== undefined && { maxAge }),
  });
}
