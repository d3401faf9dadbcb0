import { readFileSync, writeFileSync } from 'node:fs';
import { BlobReader, BlobWriter, TextReader, TextWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';

/** PackInHand is a pack that left the house: somebody takes its files out, or puts others in. */
export class PackInHand {
  private constructor(readonly files: ReadonlyMap<string, string>) {}

  static async open(path: string): Promise<PackInHand> {
    const zip = new ZipReader(new BlobReader(new Blob([readFileSync(path)])), { useWebWorkers: false });
    const files = new Map<string, string>();
    for (const entry of await zip.getEntries())
      if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()));
    await zip.close();
    return new PackInHand(files);
  }

  text(name: string): string {
    const text = this.files.get(name);
    if (text === undefined) throw new Error(`the pack has no ${name}`);
    return text;
  }

  /** forged writes a copy in which one file is another. */
  async forged(path: string, name: string, change: (text: string) => string): Promise<string> {
    const changed = change(this.text(name));
    if (changed === this.text(name)) throw new Error(`nothing was changed in ${name}`);
    const zip = new ZipWriter(new BlobWriter('application/zip'), { useWebWorkers: false });
    for (const [one, text] of this.files) await zip.add(one, new TextReader(one === name ? changed : text));
    writeFileSync(path, new Uint8Array(await (await zip.close()).arrayBuffer()));
    return path;
  }
}
