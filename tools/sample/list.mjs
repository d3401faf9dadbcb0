// Writes the sample list of the first day: eight people who do not exist, with who to turn to, what is kept and where.
// It is checked in; who changes it runs this again.
import { join } from 'node:path';
import writeExcelFile from 'write-excel-file/node';

const OUT = join(import.meta.dirname, '../../apps/web/public/sample/azukari-list.xlsx');
const TITLES = '居室 氏名 フリガナ 生年月日 連絡先氏名 続柄 電話 預かり品 有効期限 保管場所'.split(' ');
const PEOPLE = [
  ['101', '見本 花子', 'ミホン ハナコ', '昭和10年4月3日', '見本 一郎', '長男', '03-0000-0001'],
  ['102', '髙﨑 𠮷右衛門', 'タカサキ キチエモン', 'S8.11.23', '髙﨑 梅', '長女', '03-0000-0002'],
  ['103', '例示 太郎', 'レイジ タロウ', '1938/7/15', '例示 次郎', '弟', '03-0000-0003'],
  ['105', '架空 サクラ', 'カクウ サクラ', '昭和14年2月28日', '司法 守', '成年後見人', '03-0000-0004'],
  ['106', '仮名 ツル', 'カメイ ツル', 'T15.6.1', '仮名 亀吉', '長男', '03-0000-0005'],
  ['107', '試作 ヨネ', 'シサク ヨネ', '昭和7年9月9日', '試作 豊', '甥', '03-0000-0006'],
  ['108', '想定 キヨシ', 'ソウテイ キヨシ', '1941-12-31', '想定 和子', '妻', '03-0000-0007'],
  ['110', '模型 フミ', 'モケイ フミ', '昭和11年1月5日', '模型 誠', '次男', '03-0000-0008'],
];
const KEPT = [
  ['介護保険証', '令和9年7月31日'],
  ['資格確認書', 'R9.7.31'],
  ['お薬手帳', ''],
];

const text = (value) => (value === '' ? null : { value, type: String });
const rows = PEOPLE.flatMap((person, n) =>
  KEPT.slice(0, n % 3 === 2 ? 2 : 3).map(([kind, until], at) => {
    const own = at === 0 ? person : [person[0], person[1], person[2], person[3], '', '', ''];
    return [...own, kind, until, `金庫 1段目 ${String(n + 1)}番`].map(text);
  }),
);

await writeExcelFile([TITLES.map((value) => ({ value, type: String, fontWeight: 'bold' })), ...rows], {
  sheet: '利用者一覧',
  columns: [8, 18, 22, 18, 16, 12, 16, 16, 18, 20].map((width) => ({ width })),
  stickyRowsCount: 1,
}).toFile(OUT);
