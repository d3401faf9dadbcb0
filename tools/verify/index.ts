export { nodeMeans } from './node-means.ts';
export { examinePack } from './pack.ts';
export { receiptIn } from './receipt-file.ts';
export { examineReceipt } from './receipt.ts';
