import type { Leaf } from '../ledger/leaf.ts';

/** COURSE_STEPS are what somebody does once in the practice house (れんしゅう), in this order: 出す, もどす, 救急, さがす, 点検. */
export const COURSE_STEPS = ['take-out', 'put-back', 'ambulance', 'search', 'count'] as const;
export type CourseStep = (typeof COURSE_STEPS)[number];

/**
 * courseStepsDone are the steps that entries of one person show, in the order of the course. Only what stands in a record counts: what was
 * found is found when she had begun to search for it, and a count is done when it is closed.
 */
export function courseStepsDone(entries: readonly Pick<Leaf, 'type' | 'item' | 'facts'>[]): readonly CourseStep[] {
  const done = new Set<CourseStep>();
  const searched = new Set<string | null>();
  for (const { type, item, facts } of entries) {
    if (type === 'item.checked-out')
      done.add('purpose' in facts && facts.purpose === 'emergency' ? 'ambulance' : 'take-out');
    if (type === 'item.checked-in') done.add('put-back');
    if (type === 'item.search-started') searched.add(item);
    if (type === 'item.found' && searched.has(item)) done.add('search');
    if (type === 'count.closed') done.add('count');
  }
  return COURSE_STEPS.filter((step) => done.has(step));
}
