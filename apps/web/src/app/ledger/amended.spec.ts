import type { Entry } from '../ui/record/entry';
import { reading } from './amended';

const ID = '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a11';
const NOON = '2026-11-21T03:00:00.000Z';
const TWO = '2026-11-21T05:00:00.000Z';

function entryOf(part: Partial<Entry>): Entry {
  return {
    seq: 7,
    type: 'item.checked-out',
    recordedAt: NOON,
    occurredAt: null,
    behind: 0,
    actor: { id: ID, name: '佐藤' },
    item: null,
    resident: null,
    facts: { holder: `staff:${ID}`, purpose: 'outpatient', dueBackAt: NOON, contact: null, sheet: null },
    private: { destination: 'さくら内科' },
    erased: [],
    corrects: null,
    correctedBy: [],
    command: ID,
    part: 0,
    parts: 1,
    leaf: '{}',
    ...part,
  };
}

function amendment(seq: number, fields: readonly string[], facts: object, words: Record<string, string> = {}): Entry {
  const none = { dueBackAt: null, purpose: null, occurredAt: null };
  return entryOf({
    seq,
    type: 'entry.amended',
    corrects: 7,
    facts: { fields, reason: 'mistyped', ...none, ...facts },
    private: words,
  });
}

it('an entry without corrections reads as it is', () => {
  const entry = entryOf({});
  expect(reading(entry, [])).toEqual({ now: entry, corrections: [] });
});

it('later amendments lie over earlier ones, whatever order they come in', () => {
  const entry = entryOf({});
  const first = amendment(8, ['dueBackAt', 'destination'], { dueBackAt: TWO }, { destination: 'さくら眼科' });
  const second = amendment(9, ['destination'], {}, { destination: 'ひかり整形外科' });
  const { now, corrections } = reading(entry, [second, first]);
  expect(now.facts['dueBackAt']).toBe(TWO);
  expect(now.private['destination']).toBe('ひかり整形外科');
  expect(corrections.map(({ changes }) => changes)).toEqual([
    [
      { field: 'dueBackAt', before: NOON, after: TWO },
      { field: 'destination', before: 'さくら内科', after: 'さくら眼科' },
    ],
    [{ field: 'destination', before: 'さくら眼科', after: 'ひかり整形外科' }],
  ]);
  expect(entry.private['destination']).toBe('さくら内科');
});

it('a field that is emptied reads as nothing', () => {
  const { now } = reading(entryOf({}), [amendment(8, ['dueBackAt', 'destination'], {})]);
  expect(now.facts['dueBackAt']).toBeNull();
  expect(now.private).toEqual({});
});

it('a claimed moment is replaced, and a cancellation replaces nothing', () => {
  const cancelled = entryOf({ seq: 9, type: 'entry.cancelled', facts: { reason: 'twice' }, corrects: 7 });
  const { now, corrections } = reading(entryOf({}), [amendment(8, ['occurredAt'], { occurredAt: NOON }), cancelled]);
  expect(now.occurredAt).toBe(NOON);
  expect(corrections.at(-1)?.changes).toEqual([]);
});
