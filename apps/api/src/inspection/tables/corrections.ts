import type { Leaf } from '@azukari/domain';
import { namesOf } from '../../database/people.ts';
import { places } from '../../database/statements.ts';
import { wordsOf } from '../../forms/forms.record.ts';
import type { Words } from '../../forms/forms.record.ts';
import { EVENT_WORDS, FIELD_WORDS, HAND_OVER_WORDS, PURPOSE_WORDS, REASON_WORDS } from '../../forms/forms.words.ts';
import { itemNamesOf, leavesOf, readLeaves, touches, when } from '../sight.ts';
import type { Cell, Sight, Table } from '../sight.ts';

type Correction = Extract<Leaf, { readonly type: 'entry.amended' | 'entry.cancelled' }>;

/** Corrections are the entries of a period that were written after the fact, or change what another says. */
export interface Corrections {
  readonly late: readonly Leaf[];
  readonly changes: readonly Correction[];
  /** What is changed, by its number. */
  readonly originals: ReadonlyMap<number, Leaf>;
}

/** So many entries are looked through at once: others have their turn in between. */
const SLICE = 2_000;
const LATE = `log = ? AND seq >= ? AND seq < ? AND type <> 'entry.amended' AND body LIKE '%"occurredAt":"%' ORDER BY seq`;

/** findCorrections finds them; what touches the period with its own time, with the time it claims, or with what it changes. */
export async function findCorrections(sight: Sight): Promise<Corrections> {
  const { sql, log, first, until, period } = sight;
  const late: Leaf[] = [];
  for (let at = first; at < until; at += SLICE)
    late.push(...(await readLeaves(sql, `WHERE ${LATE}`, [log, at, Math.min(at + SLICE, until)])));
  const changes = await leavesOf(sight, ['entry.amended', 'entry.cancelled'], first);
  const originals = await leavesAt(
    sight,
    changes.flatMap(({ corrects }) => corrects ?? []),
  );
  return {
    late: late.filter((leaf) => touches(period, leaf)),
    changes: changes.filter((leaf) => {
      const original = originals.get(leaf.corrects ?? -1);
      return touches(period, leaf) || (original !== undefined && touches(period, original));
    }),
    originals,
  };
}

async function leavesAt({ sql, log }: Sight, numbers: readonly number[]): Promise<ReadonlyMap<number, Leaf>> {
  const found = new Map<number, Leaf>();
  for (let at = 0; at < numbers.length; at += SLICE) {
    const some = numbers.slice(at, at + SLICE);
    for (const leaf of await readLeaves(sql, `WHERE log = ? AND seq IN (${places(some.length)})`, [log, ...some]))
      found.set(leaf.seq, leaf);
  }
  return found;
}

/** corrections shows each beside what it changes: the time that is claimed, the time of writing, and the number of the paper sheet. */
export async function corrections(sight: Sight): Promise<readonly Table[]> {
  const { late, changes, originals } = await findCorrections(sight);
  const words = await wordsOf(sight.sql, sight.log, [...late, ...changes, ...originals.values()]);
  const items = await itemNamesOf(sight);
  const residents = await namesOf(sight.sql, 'resident', sight.facilityId);
  const about = (leaf: Leaf): string =>
    [words.get(leaf.seq)?.['residentName'] ?? residents.get(leaf.resident ?? ''), items.get(leaf.item ?? '')]
      .filter((part) => part !== undefined)
      .join('　');
  const rows = [...late, ...changes]
    .sort((a, b) => a.seq - b.seq)
    .map((leaf): Cell[] => {
      const said = words.get(leaf.seq) ?? {};
      const correction = isCorrection(leaf) ? leaf : null;
      const original = correction && originals.get(correction.corrects ?? -1);
      return [
        correction === null ? 'あとから' : correction.type === 'entry.amended' ? '訂正' : '取消',
        leaf.seq,
        when(leaf.recordedAt),
        when(correction ? (original?.occurredAt ?? original?.recordedAt) : leaf.occurredAt),
        sheetOf(original ?? leaf),
        said['actorName'] ?? '',
        about(original ?? leaf),
        original
          ? [
              `記録${String(original.seq)}`,
              told(original, words),
              `記録 ${words.get(original.seq)?.['actorName'] ?? ''}`,
            ].join('　')
          : '',
        correction === null ? told(leaf, words) : changed(correction, original ?? null, words),
        correction === null
          ? (said['note'] ?? '')
          : [REASON_WORDS[correction.facts.reason] ?? correction.facts.reason, said['reason'] ?? '']
              .filter((part) => part !== '')
              .join('・'),
      ];
    });
  return [
    {
      part: 'corrections',
      columns: [
        { head: '種類', width: 40 },
        { head: '記録番号', width: 42 },
        { head: '書いた日時', width: 58, dated: true },
        { head: '起きた日時（申告）', width: 58, dated: true },
        { head: '用紙番号', width: 54 },
        { head: '書いた人', width: 66 },
        { head: '利用者・預かり品', width: 96 },
        { head: 'もとの記録', width: '*' },
        { head: '書いたこと・直したこと', width: '*' },
        { head: '理由・備考', width: 88 },
      ],
      rows,
      lead: 'あとから書いた記録、訂正、取消を、もとの記録と並べて示します。もとの記録は消えていません。',
    },
  ];
}

function isCorrection(leaf: Leaf): leaf is Correction {
  return leaf.type === 'entry.amended' || leaf.type === 'entry.cancelled';
}

function sheetOf({ facts }: Leaf): string {
  return 'sheet' in facts ? (facts.sheet ?? '') : '';
}

/** told is what an entry says, in a line; who wrote it is not in it. */
function told(leaf: Leaf, words: Words): string {
  const said = words.get(leaf.seq) ?? {};
  const by = (name: string, field: string): string => (said[field] === undefined ? '' : `${name} ${said[field]}`);
  const what =
    leaf.type === 'item.checked-out'
      ? `出した　${PURPOSE_WORDS[leaf.facts.purpose]}`
      : leaf.type === 'item.handed-over'
        ? HAND_OVER_WORDS[leaf.facts.disposition]
        : (EVENT_WORDS[leaf.type] ?? leaf.type);
  const due =
    'dueBackAt' in leaf.facts && leaf.facts.dueBackAt !== null ? `もどす予定 ${when(leaf.facts.dueBackAt)}` : '';
  return [`【${what}】`, by('行き先', 'destination'), by('持つ人', 'holderName'), by('渡した方', 'receiverName'), due]
    .filter((part) => part !== '')
    .join('　');
}

/** changed is what a correction does to what it corrects, each field before and after. */
function changed(leaf: Correction, original: Leaf | null, words: Words): string {
  if (leaf.type === 'entry.cancelled') return '取り消し';
  const value = (from: Leaf | null, field: string): string => {
    const facts: Readonly<Record<string, unknown>> = from?.facts ?? {};
    const fact = field === 'occurredAt' && from?.type !== 'entry.amended' ? from?.occurredAt : facts[field];
    const text = words.get(from?.seq ?? -1)?.[field] ?? (typeof fact === 'string' ? fact : null);
    if (text === null) return '—';
    if (field === 'dueBackAt' || field === 'occurredAt') return when(text);
    return field === 'purpose' ? (Object.entries(PURPOSE_WORDS).find(([code]) => code === text)?.[1] ?? text) : text;
  };
  return leaf.facts.fields
    .map((field) => `${FIELD_WORDS[field] ?? field}：${value(original, field)} → ${value(leaf, field)}`)
    .join('、');
}
