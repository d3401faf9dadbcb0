import type { Sha256 } from '@azukari/domain';
import type { Helper } from './work.ts';

/** Means is what a platform brings: its hash, its check of an Ed25519 signature (RFC 8032), and a place to show how far it is. */
export interface Means {
  readonly sha256: Sha256;
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;
  readonly progress?: (done: number, of: number) => unknown;
  /** Threads to share the work of a pack of so many bytes; none where it is not worth their start. */
  readonly helpers?: (bytes: number) => readonly Helper[];
  /** A running SHA-256 over a whole file, for SHA256SUMS. */
  readonly digest: () => RunningDigest;
}

/** RunningDigest is a SHA-256 that grows with what it is given. */
export interface RunningDigest {
  readonly update: (bytes: Uint8Array) => unknown;
  readonly hex: () => string;
}
