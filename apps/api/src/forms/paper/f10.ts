import type { Content } from 'pdfmake/interfaces.js';
import {
  BOXED,
  DATE_BLANK,
  addressed,
  agreementNumber,
  fields,
  personLines,
  section,
  signatures,
  tick,
  tickGrid,
  together,
} from './layout.ts';
import type { Paper } from './paper.ts';
import type { Issue, Sheet } from './sheet.ts';
import { CAPACITY_WORDS, itemName } from './words.ts';

/** releaseRequest is F10 預かり解除依頼書: what is kept today stands ready to be ticked. */
export function releaseRequest({ resident, agreement, items }: Sheet, { facility }: Issue): Paper {
  const names = items.map((item) => tick(itemName(item)));
  const content: Content[] = [
    { text: '預かり解除依頼書', fontSize: 20, bold: true, alignment: 'center' },
    addressed(facility, [agreementNumber(agreement)]),
    {
      text: '次のもののお預かりを終わりにし、返してくださるようお願いします。',
      fontSize: 11,
      margin: [0, 5, 0, 0],
    },
    {
      text: 'ご本人がお求めのときは、この書面がなくてもお返しします。お返しのとき、返却書・受領書にご署名をいただきます。',
      fontSize: 8.5,
    },
    section('1　ご本人'),
    fields(personLines(resident, facility.residentWord)),
    section('2　お返しするもの（印をつけてください）'),
    {
      table: {
        widths: ['*'],
        body: [
          [
            {
              stack: [
                { text: tick('お預けしているものすべて'), bold: true, margin: [0, 2, 0, 4] },
                tickGrid([...names, tick('その他（　　　　　　　　　　）')], 3, 9),
              ],
            },
          ],
        ],
      },
      layout: BOXED,
    },
    section('3　お返しのしかた'),
    fields([
      ['いつ', { text: `${DATE_BLANK}　ごろ　　${tick('できるだけ早く')}`, preserveLeadingSpaces: true }, 18],
      ['受け取る方', { text: [tick('ご本人'), tick('ご家族'), tick('後見人等'), tick('その他')].join('　　') }, 18],
      ['お名前・続柄', '', 22],
      ['電話', '', 18],
    ]),
    together(
      section('4　依頼される方'),
      fields([
        [
          '立場',
          tickGrid(
            Object.values(CAPACITY_WORDS).map((word) => tick(word)),
            3,
            9,
          ),
          40,
        ],
      ]),
      { stack: [signatures(['ご本人', '代理の方・ご家族'], { height: 22 })], margin: [0, 6, 0, 0] },
    ),
  ];
  return { whose: resident === null ? '' : `${resident.name} 様`, content };
}
