// How a ZIP is made outside of the server's thread.
export { handOver } from './hand-over.ts';
export type { PackPiece } from './hand-over.ts';
export { zipOf } from './zip.ts';
export type { PackFile } from './zip.ts';
export { ZipMaker } from './zip-maker.ts';
export type { Progress } from './zip-maker.ts';
