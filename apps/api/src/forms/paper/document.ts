import { custodyRequest } from './f1.ts';
import { custodyReceipt } from './f2.ts';
import { blankSheet, custodyBook } from './f3.ts';
import { appointmentBook } from './f4.ts';
import { residentBook } from './f5.ts';
import { monthlyCheck } from './f6.ts';
import { returnPaper } from './f9.ts';
import { releaseRequest } from './f10.ts';
import { lossReport } from './f11.ts';
import { applicationSupport } from './f12.ts';
import { outingSlip } from './f13.ts';
import { envelopeRecord } from './f14.ts';
import { regulationPaper } from './f15.ts';
import { nightPaper } from './f16.ts';
import { holdSlip } from './f17.ts';
import { carriedPaper } from './f18.ts';
import { labelPapers } from './f21.ts';
import { posters } from './f22.ts';
import { whenDown } from './f23.ts';
import { chapters } from './chapters.ts';
import { letterPaper } from './letter.ts';
import { receiptPaper } from './receipt.ts';
import type { Paper } from './paper.ts';
import type { PrintJob } from './sheet.ts';

/** papersOf draws a job one paper after the other: of two thousand, one is in memory. */
export function* papersOf(job: PrintJob): Generator<Paper> {
  if (job.form === 'F3') {
    for (const book of job.book === null ? [] : chapters(job.book)) yield custodyBook(book, job.issue);
    for (const number of job.blanks) yield blankSheet(number, job.issue);
    return;
  }
  if (job.form === 'receipt') {
    yield receiptPaper(job.receipt, job.issue);
    return;
  }
  if (job.form === 'F6') {
    yield monthlyCheck(job.month, job.issue);
    return;
  }
  if (job.form === 'F4') {
    yield appointmentBook(job.appointments, job.on, job.issue);
    return;
  }
  if (job.form === 'F11') {
    for (const loss of job.losses) yield lossReport(loss, job.issue);
    return;
  }
  if (job.form === 'F15') {
    yield regulationPaper(job.regulation, job.issue);
    return;
  }
  if (job.form === 'F16') {
    yield nightPaper(job.night, job.issue);
    return;
  }
  if (job.form === 'F21') {
    yield* labelPapers(job.labels, job.issue);
    return;
  }
  if (job.form === 'F22') {
    yield* posters(job.issue);
    return;
  }
  if (job.form === 'F23') {
    yield whenDown(job.down, job.issue);
    return;
  }
  if (job.form === 'F12') {
    for (const support of job.supports) yield applicationSupport(support, job.issue);
    return;
  }
  if (job.form === 'F13') {
    for (const slip of job.slips) yield outingSlip(slip, job.issue);
    return;
  }
  if ('carried' in job) {
    for (const carried of job.carried) yield carriedPaper(carried, job.issue);
    return;
  }
  if ('letters' in job) {
    yield* job.letters.map(letterPaper);
    return;
  }
  for (const [n, sheet] of job.sheets.entries()) yield paperOf(job, sheet, n + 1);
}

type PersonalJob = Extract<PrintJob, { readonly sheets: unknown }>;

function paperOf(job: PersonalJob, sheet: PersonalJob['sheets'][number], n: number): Paper {
  switch (job.form) {
    case 'F1':
      return custodyRequest(sheet, job.issue);
    case 'F2':
      return custodyReceipt(sheet, job.issue, { n, large: job.largePrint });
    case 'F5':
      return residentBook(sheet, job.issue);
    case 'F9':
      return returnPaper(sheet, job.issue);
    case 'F10':
      return releaseRequest(sheet, job.issue);
    case 'F14':
      return envelopeRecord(sheet, job.issue);
    case 'F17':
      return holdSlip(sheet, job.issue, n);
  }
}
