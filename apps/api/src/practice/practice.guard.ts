import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint } from '@azukari/contract';
import { ENDPOINT } from '../http/handles.ts';
import { Refused } from '../http/refused.ts';
import { DESK } from './practice.desk.ts';
import type { Desk } from './practice.desk.ts';

/** PracticeGuard lets no paper and no file out of a practice house: outside of it nobody could tell them from real ones. */
@Injectable()
export class PracticeGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(DESK) private readonly desk: Desk | null,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.desk === null) return true;
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (endpoint?.type !== undefined) throw new Refused({ kind: 'not-in-practice' });
    return true;
  }
}
