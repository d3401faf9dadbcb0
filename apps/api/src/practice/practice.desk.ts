import type { courseAnswer } from '@azukari/contract';
import type { CourseStep } from '@azukari/domain';
import type { z } from 'zod';

/** DESK is the token under which a practice house finds the desk of its course; null in the real house. */
export const DESK = Symbol('desk');

/** CourseAnswer is how far somebody is with the course. */
export type CourseAnswer = z.output<typeof courseAnswer>;

/** Desk is where a practice house asks about the course; it is kept outside of it. */
export interface Desk {
  read(): Promise<CourseAnswer>;
  skip(step: CourseStep): Promise<CourseAnswer>;
  beginAnew(): Promise<CourseAnswer>;
  end(): Promise<CourseAnswer>;
}
