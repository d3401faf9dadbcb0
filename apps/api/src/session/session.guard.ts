import { createParamDecorator, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Access } from '@azukari/domain';
import type { Endpoint } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { ACCESS, ENDPOINT, QUIET } from '../http/handles.ts';
import { Refused } from '../http/refused.ts';
import { tokenOf } from './cookie.ts';
import { Sessions } from './sessions.ts';
import { refuseUnless, refuseUnlessFresh } from './signed-in.ts';
import type { SignedIn } from './signed-in.ts';

type Request = FastifyRequest & { signedIn?: SignedIn };

/** By hands a controller the person behind the request. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<Request>();
  if (!signedIn) throw new Refused({ kind: 'not-signed-in' });
  return signedIn;
});

/** SessionGuard denies by default: a route says who may, and a mutation carries the header that no foreign page can send. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const handler = context.getHandler();
    const looks = request.method === 'GET' || request.method === 'HEAD';
    if (!looks && request.headers['x-azukari'] !== '1') throw new Refused({ kind: 'header-missing' });
    const access = this.reflector.get<Access | undefined>(ACCESS, handler);
    if (access === 'public') return true;
    const token = tokenOf(request);
    const signedIn =
      token === null ? null : await this.sessions.find(token, this.reflector.get<boolean>(QUIET, handler));
    // A route that says nothing is judged as the narrowest, and refused even to who may that.
    refuseUnless(signedIn, access ?? 'keep-settings');
    if (!signedIn || access === undefined)
      throw new Refused({ kind: 'not-allowed', action: 'keep-settings', level: signedIn?.level ?? null });
    if (this.reflector.get<Endpoint | undefined>(ENDPOINT, handler)?.fresh)
      refuseUnlessFresh(signedIn, this.clock.elapsedMs());
    request.signedIn = { ...signedIn, access };
    return true;
  }
}
