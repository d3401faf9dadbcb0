import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';

/** PackPiece is what a worker hands over: bytes of the ZIP, and how much of it is done by then. Without bytes it only says the latter. */
export interface PackPiece {
  readonly bytes: Uint8Array;
  readonly done: number;
}

/** PIECES_AHEAD is how many pieces may be on their way before the reader has asked for more. */
export const PIECES_AHEAD = 4;
/** PIECE_BYTES is how large a piece is at least, but for the last. */
export const PIECE_BYTES = 262_144;

/** handOver sends a ZIP through a port as fast as it is taken there, in pieces. */
export async function handOver(zip: AsyncIterable<Uint8Array>, port: MessagePort, done: () => number): Promise<void> {
  let wanted = PIECES_AHEAD;
  let waiting: Uint8Array[] = [];
  let size = 0;
  port.on('message', () => wanted++);
  const send = async (): Promise<void> => {
    // A buffer of its own: those of streams share one with others, and what is handed over is gone here.
    const bytes = new Uint8Array(size);
    let end = 0;
    for (const part of waiting) {
      bytes.set(part, end);
      end += part.length;
    }
    waiting = [];
    size = 0;
    while (wanted === 0) await once(port, 'message');
    wanted--;
    const piece: PackPiece = { bytes, done: done() };
    port.postMessage(piece, [bytes.buffer]);
  };
  for await (const bytes of zip) {
    waiting.push(bytes);
    size += bytes.length;
    if (size >= PIECE_BYTES) await send();
  }
  await send();
}
