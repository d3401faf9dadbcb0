import { cast } from './present.mjs';
import { DAY, HOUR, iso, MINUTE, startOfDay } from './time.mjs';

/** LOST is the resident whose マイナンバーカード was lost outside, and is still gone. */
export const LOST = 33;
const [GONE_SINCE, FOUND_SINCE, FOUND] = [2, 8, 6];

/** losses plans two 紛失: a paper that turned up after two days, and a card that is still gone, with its guide half done. */
export function losses(home) {
  return [...turnedUp(home), ...stillGone(home)];
}

function turnedUp({ people, now, staff: { takahashi, kobayashi }, manager }) {
  const itemIds = [cast(people)[1].items.at(-1).id];
  const at = momentOf(now);
  const loss = new Told();
  return [
    {
      at: at(FOUND_SINCE, 14),
      by: kobayashi,
      what: 'searches',
      body: { itemIds, note: '面会のあと、ポーチにありませんでした' },
    },
    { at: at(FOUND_SINCE, 17.75), act: () => loss.report(manager, itemIds, '事務所と居室をさがしました') },
    {
      at: at(FOUND_SINCE, 18),
      act: async () => {
        await loss.describe(manager, { place: 'inside', bedridden: 'no', noticedBy: kobayashi.name });
        await loss.note(manager, 'searched', kobayashi, '居室・食堂・洗濯室');
        await loss.note(manager, 'manager-told', kobayashi);
        await loss.note(manager, 'family-told', takahashi, '電話でお話ししました');
      },
    },
    {
      at: at(FOUND, 10.25),
      by: kobayashi,
      what: 'finds',
      body: { itemIds, note: '書類棚のファイルにはさまっていました' },
    },
    {
      at: at(FOUND, 11),
      act: async () => {
        await loss.note(takahashi, 'issuer-told', null, '見つかったため');
        await loss.note(takahashi, 'incident-reported', manager, '法人の様式で報告');
        await loss.explain(takahashi, {
          cause: '返したあとに書類といっしょにファイルへはさんだ',
          prevention: '返すときはポーチに入れるまで書類を机に出さない',
        });
      },
    },
  ];
}

function stillGone({ people, now, staff: { takahashi, ito }, manager }) {
  const itemIds = [people[LOST].items.find(({ kind }) => kind === 'my-number-card').id];
  const at = momentOf(now);
  const loss = new Told();
  return [
    {
      at: at(GONE_SINCE, 9.5),
      by: ito,
      what: 'check-outs',
      body: {
        itemIds,
        purpose: 'outpatient',
        destination: '市立中央病院',
        holder: { kind: 'staff', staffId: ito.id },
        dueBackAt: iso(at(GONE_SINCE, 12.5)),
      },
    },
    { at: at(GONE_SINCE, 12.25), by: ito, what: 'searches', body: { itemIds, note: '帰りの車で、ないと気づきました' } },
    { at: at(GONE_SINCE, 15.5), act: () => loss.report(takahashi, itemIds, '病院・タクシー会社に問い合わせました') },
    {
      at: at(GONE_SINCE, 15.75),
      act: async () => {
        await loss.describe(takahashi, { place: 'outside', bedridden: 'no', noticedBy: ito.name });
        await loss.note(takahashi, 'searched', ito, '病院の受付、会計、タクシー');
        await loss.note(takahashi, 'manager-told', ito);
        await loss.note(takahashi, 'card-stopped', takahashi, '24時間の窓口で一時停止');
        await loss.note(takahashi, 'family-told', manager, '電話でお話ししました');
      },
    },
    { at: at(GONE_SINCE - 1, 9.5), act: () => loss.note(takahashi, 'police-told', takahashi, '遺失届を出しました') },
  ];
}

const momentOf = (now) => (days, hours) => startOfDay(now) - days * DAY + Math.round((hours * HOUR) / MINUTE) * MINUTE;

/** Told is what is told of one loss, by the number of the entry that reported it. */
class Told {
  #seq;

  async report(by, itemIds, note) {
    const { receipt } = await by.post('/api/custody/losses', { itemIds, note });
    this.#seq = receipt.entries[0].seq;
  }

  describe(by, told) {
    return by.post('/api/losses/descriptions', { seq: this.#seq, ...told });
  }

  /** note says who did a step; nobody: that it is not needed. */
  note(by, step, doneBy, note = null) {
    const done = doneBy ? { answer: 'done', staffId: doneBy.id } : { answer: 'not-needed' };
    return by.post('/api/losses/steps', { seq: this.#seq, step, note, ...done });
  }

  explain(by, told) {
    return by.post('/api/losses/explanations', { seq: this.#seq, ...told });
  }
}
