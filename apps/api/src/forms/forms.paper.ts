// With what another paper than a form is drawn, and the lines that it shares with them.
export { chapters } from './paper/chapters.ts';
export { edgeWords } from './paper/edge-words.ts';
export { appointmentBook } from './paper/f4.ts';
export { lossReport } from './paper/f11.ts';
export { articles, regulationPaper } from './paper/f15.ts';
export { custodyBook, remark } from './paper/f3.ts';
export { monthlyCheck } from './paper/f6.ts';
export { FOOTER_HEIGHT, foot } from './paper/footer.ts';
export { FAINT, TIGHT, head, section } from './paper/layout.ts';
export { joinWords } from './paper/press.ts';
export { qrImage } from './paper/qr.ts';
export { addReadings } from './paper/readings.ts';
export type { AppointmentOnPaper, Book, BookRow, Issue, LossOnPaper, RegulationOnPaper } from './paper/sheet.ts';
export { fontFiles } from './paper/typeface.ts';
export type { Typeface } from './paper/typeface.ts';
