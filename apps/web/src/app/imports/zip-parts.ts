import { Unreadable } from './sheet';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
/** All parts of a workbook of ten thousand rows together are a small part of this; what unfolds to more is a bomb. */
const MOST_BYTES = 100_000_000;

/** ZipParts reads the parts of a workbook out of its ZIP, and no more than there may be in one. */
export class ZipParts {
  private readonly bytes: Uint8Array;
  private readonly entries = new Map<string, { readonly method: number; readonly size: number; readonly at: number }>();
  private unfolded = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    try {
      this.list();
    } catch (error) {
      // RangeError: what it says of itself points behind its end.
      if (error instanceof RangeError) throw new Unreadable('broken');
      throw error;
    }
  }

  /** text is a part as text; empty where there is none of that name. */
  async text(name: string): Promise<string> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return '';
    const { method, size, at } = entry;
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    if (at + LOCAL_BYTES > this.bytes.length) throw new Unreadable('broken');
    const from = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const packed = this.bytes.slice(from, from + size);
    if (method !== STORED && method !== DEFLATED) throw new Unreadable('locked');
    const stream = new Blob([packed]).stream();
    return this.readAll(method === STORED ? stream : stream.pipeThrough(new DecompressionStream('deflate-raw')));
  }

  private async readAll(stream: ReadableStream<Uint8Array>): Promise<string> {
    const decoder = new TextDecoder();
    const reader = stream.getReader();
    let text = '';
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        this.unfolded += part.value.byteLength;
        if (this.unfolded > MOST_BYTES) throw new Unreadable('bomb');
        text += decoder.decode(part.value, { stream: true });
      }
    } catch (error) {
      await reader.cancel().catch(() => undefined);
      // TypeError: what was packed does not unfold.
      if (error instanceof TypeError) throw new Unreadable('broken');
      throw error;
    }
    return text + decoder.decode();
  }

  private list(): void {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    const end = this.endAt(view);
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== ENTRY) throw new Unreadable('broken');
      if ((view.getUint16(at + 8, true) & 1) === 1) throw new Unreadable('locked');
      const length = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(this.bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + length));
      this.entries.set(name.toLowerCase(), {
        method: view.getUint16(at + 10, true),
        size: view.getUint32(at + 20, true),
        at: view.getUint32(at + 42, true),
      });
      at += ENTRY_BYTES + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  }

  private endAt(view: DataView): number {
    const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
    for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
    throw new Unreadable('broken');
  }
}
