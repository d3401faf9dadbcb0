import { COURSE_STEPS, courseStepsDone } from './course.ts';

type Entry = Parameters<typeof courseStepsDone>[0][number];
const entry = (type: string, item: string | null = null, facts: object = {}): Entry =>
  ({ type, item, facts }) as unknown as Entry;
const OUT = entry('item.checked-out', 'a', { purpose: 'outpatient' });
const AMBULANCE = entry('item.checked-out', 'b', { purpose: 'emergency' });

describe('the steps of the course', () => {
  test.each([
    ['nothing yet', [], []],
    ['出す', [OUT], ['take-out']],
    ['救急 is no ordinary 出す', [AMBULANCE], ['ambulance']],
    ['もどす', [OUT, entry('item.checked-in', 'a')], ['take-out', 'put-back']],
    ['searching alone', [entry('item.search-started', 'a')], []],
    ['found, after searching', [entry('item.search-started', 'a'), entry('item.found', 'a')], ['search']],
    ['another was found', [entry('item.search-started', 'a'), entry('item.found', 'b')], []],
    ['found before anybody searched', [entry('item.found', 'a'), entry('item.search-started', 'a')], []],
    ['a count that has begun', [entry('count.started'), entry('count.entered')], []],
    ['点検', [entry('count.closed')], ['count']],
  ])('%s', (_, entries, done) => expect(courseStepsDone(entries)).toEqual(done));

  test('all, in the order of the course whatever the order of the entries', () => {
    const found = [entry('item.search-started', 'c'), entry('item.found', 'c')];
    const all = [entry('count.closed'), ...found, AMBULANCE, entry('item.checked-in', 'a'), OUT];
    expect(courseStepsDone(all)).toEqual(COURSE_STEPS);
  });
});
