import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { enterPractice, followCourse, readCourse } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { Refused } from '../http/refused.ts';
import { givePractice } from '../session/cookie.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { DESK } from './practice.desk.ts';
import type { Desk } from './practice.desk.ts';
import { PracticeHouses } from './practice.houses.ts';

type Course = Promise<AnswerOf<typeof readCourse>>;

/** PracticeController is the door to the practice house in the real one, and the course in the practice house. */
@Controller()
export class PracticeController {
  constructor(
    private readonly houses: PracticeHouses,
    @Inject(DESK) private readonly desk: Desk | null,
  ) {}

  @Handles(enterPractice)
  async enter(
    @By() by: SignedIn,
    @Body(parse(enterPractice.body)) { anew }: BodyOf<typeof enterPractice>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof enterPractice>> {
    if (this.desk !== null) throw new Refused({ kind: 'not-found' });
    const { token, endsAt } = await this.houses.enter(by, anew);
    givePractice(request, reply, token);
    return { endsAt };
  }

  @Handles(readCourse, { quiet: true })
  read(): Course {
    return this.course().read();
  }

  @Handles(followCourse)
  follow(@Body(parse(followCourse.body)) { what, step }: BodyOf<typeof followCourse>): Course {
    if (step !== null) return this.course().skip(step);
    return what === 'end' ? this.course().end() : this.course().beginAnew();
  }

  private course(): Desk {
    if (this.desk === null) throw new Refused({ kind: 'not-found' });
    return this.desk;
  }
}
