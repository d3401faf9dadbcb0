import { dayInTokyo } from '@azukari/domain';
import type { CalendarDay, RegulationPlace, RegulationWords, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { toldEntries } from '../ledger/told-entries.ts';

/** USUAL is what the 預り品等管理規程 says at its marked places as long as a facility says nothing else there: complete as it stands. */
export const USUAL: Readonly<Record<RegulationPlace, string>> = {
  'in-force-from': '　　　　年　　月　　日',
  kinds: 'マイナンバーカード、資格確認書、介護保険被保険者証、障害者手帳、医療の受給者証その他、受診や手続きに必要な証',
  responsible: '施設長',
  deputy: '施設長が任命した副責任者',
  handlers: '施設長が任命し、研修を受けた職員',
  safe: '事務室の、かぎのかかる金庫',
  keys: '責任者と副責任者が管理し、交代のときに手渡しで引き継ぎます',
  night: '取扱者が一人で出すことができ、翌日の朝に責任者または副責任者が確かめます',
  counts: '勤務の交代のときに、開けた引き出しを点検します。毎月1回、二人ですべての預かり品を記録と照合します',
  family: '3か月に1回、お預かりしているものと出し入れを書面でご報告します',
  loss: '事故の内容に応じて、市区町村へ事故の報告をします',
  retention: '退所の日から5年間',
  contact: '施設長',
  more: 'この規程に定めのないことは、施設長が定めます',
};

/** Regulation is what a facility says at the marked places as of a day. */
export interface Regulation {
  readonly own: RegulationWords;
  /** The number of the newest entry that changed it, and the day; 0 and null while it is as it came. */
  readonly version: number;
  readonly changedOn: CalendarDay | null;
}

/** regulationOn is the words of a facility as the record says them for a day; without a day, now. */
export async function regulationOn(sql: Statements, facilityId: Uuid, day: CalendarDay | null): Promise<Regulation> {
  const set = (await toldEntries(sql, facilityId, ['regulation.set'])).filter(
    ({ recordedAt }) => day === null || dayInTokyo(recordedAt) <= day,
  );
  const own: Partial<Record<RegulationPlace, string>> = {};
  for (const { facts, words } of set) {
    if (words.text === undefined) Reflect.deleteProperty(own, facts.place);
    else own[facts.place] = words.text;
  }
  const newest = set.at(-1);
  return { own, version: newest?.seq ?? 0, changedOn: newest ? dayInTokyo(newest.recordedAt) : null };
}
