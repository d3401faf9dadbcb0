import type { Item } from '../ui/item-state';
import { overdueOf } from './overdue';

const NOW = '2026-11-21T06:00:00.000Z';
const out = (id: string, dueBackAt: string | null) => ({ id, custody: { at: 'out', dueBackAt } }) as unknown as Item;

it('is what is past its time and its grace, longest first; what has no time is never late', () => {
  const { items, long } = overdueOf(
    [
      out('within its grace', '2026-11-21T05:31:00.000Z'),
      out('just late', '2026-11-21T05:30:00.000Z'),
      out('in hospital', null),
      out('two hours', '2026-11-21T04:00:00.000Z'),
      out('later today', '2026-11-21T08:00:00.000Z'),
    ],
    NOW,
  );
  expect(items.map(({ id }) => id)).toEqual(['two hours', 'just late']);
  expect(long).toBe(1);
});
