import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import { paperOf } from './paper/document.ts';
import type { PrintJob } from './paper/sheet.ts';

/** WorkOrder is what the worker is started with: the job and the two files of the font. */
export interface WorkOrder {
  readonly job: PrintJob;
  readonly fonts: { readonly normal: string; readonly bold: string };
}

const { job, fonts } = workerData as WorkOrder;
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === fonts.normal || path === fonts.bold);
pdfmake.setFonts({
  NotoSansJP: { normal: fonts.normal, bold: fonts.bold, italics: fonts.normal, bolditalics: fonts.bold },
});
const pdf = await pdfmake.createPdf(paperOf(job)).getBuffer();
// A copy of exactly these bytes, so that they can be handed over instead of copied once more.
const bytes = new Uint8Array(pdf);
parentPort?.postMessage(bytes, [bytes.buffer]);
