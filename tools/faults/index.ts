export { FaultRange, HAS_STRACE, type Injection, type Toll } from './range.ts';
export { faultsIn } from './record.ts';
