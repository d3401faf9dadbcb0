export { nodeMeans } from './node-means.ts';
export { examinePack } from './pack.ts';
