import { statfsSync } from 'node:fs';

const MIB = 1024 * 1024;

/** ROOM is how much must be free for nothing to be said, how much for everything to be taken, and below how much the ballast is let go. */
export const ROOM = { roomy: 2048 * MIB, enough: 500 * MIB, last: 32 * MIB } as const;

/** BALLAST_BYTES is what is kept back for what cannot wait: some ten thousand returns. */
export const BALLAST_BYTES = 64 * MIB;

/** Room is how full the disk is: roomy, low (somebody has to make room), or full but for what cannot wait. */
export type Room = 'roomy' | 'low' | 'full';

/** roomOf judges so many free bytes. */
export function roomOf(free: number): Room {
  if (free >= ROOM.roomy) return 'roomy';
  return free >= ROOM.enough ? 'low' : 'full';
}

/** freeBytes are those that the service may still fill on the disk of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** inMib says bytes as people see them. */
export function inMib(bytes: number): number {
  return Math.floor(bytes / MIB);
}
