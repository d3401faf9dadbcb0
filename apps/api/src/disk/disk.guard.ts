import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { checkIn, checkOut, emergencyAtTablet } from '@azukari/contract';
import type { Endpoint } from '@azukari/contract';
import { ENDPOINT } from '../http/handles.ts';
import { Refused } from '../http/refused.ts';
import { Disk } from './disk.service.ts';

/** DiskGuard refuses what can wait while the disk is nearly full: what cannot is to sign in, もどす and 救急. */
@Injectable()
export class DiskGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly disk: Disk,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const { method, body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (method === 'GET' || method === 'HEAD') return true;
    const { short } = this.disk;
    if (short?.room !== 'full') return true;
    this.disk.look();
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (cannotWait(endpoint, body)) return true;
    throw new Refused({ kind: 'disk-nearly-full', freeMb: short.freeMb });
  }
}

function cannotWait(endpoint: Endpoint | undefined, body: unknown): boolean {
  if (endpoint === checkOut) return (body as { purpose?: unknown } | undefined)?.purpose === 'emergency';
  if (endpoint === checkIn || endpoint === emergencyAtTablet) return true;
  return endpoint?.access === 'public' || endpoint?.access === 'at-the-door';
}
