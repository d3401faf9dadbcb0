import { createReadStream, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { tarOf, untar } from './tar.ts';

/** DATABASE_NAME is what the database is called in an archive. */
export const DATABASE_NAME = 'azukari.sqlite';

/** KEYS_NAME is the folder of the server's keys in an archive. */
export const KEYS_NAME = 'keys';

/** Archive is what goes into a backup, for whom, and where it is written. */
export interface Archive {
  readonly database: string;
  readonly keysFolder: string;
  readonly recipients: readonly string[];
  readonly path: string;
}

/** writeArchive writes a backup and flushes it: tar, zstd and age, which `age -d FILE | tar --zstd -x` opens anywhere. */
export async function writeArchive({ database, keysFolder, recipients, path }: Archive): Promise<void> {
  const keys = readdirSync(keysFolder).map((name) => join(keysFolder, name));
  const files = [
    { name: DATABASE_NAME, path: database },
    ...keys.map((key) => ({ name: `${KEYS_NAME}/${basename(key)}`, path: key })),
  ];
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const packed = Readable.from(tarOf(files)).compose(createZstdCompress());
  const closed = await encrypter.encrypt(webOf(packed));
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of closed as ReadableStream<Uint8Array>) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** openArchive writes what is in a backup into a folder; a backup that was cut off or altered by a byte does not open. */
export async function openArchive(path: string, secret: string, folder: string): Promise<void> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(secret);
  const packed = await decrypter.decrypt(webOf(createReadStream(path)));
  const tar = Readable.fromWeb(packed as ReadableStream<Uint8Array>).compose(createZstdDecompress());
  const names = await untar(tar, folder);
  // Only at the last byte does age say that it was the last.
  for await (const rest of tar) if ((rest as Buffer).some((byte) => byte !== 0)) throw new Error('there is more in it');
  if (!names.includes(DATABASE_NAME)) throw new Error('there is no database in it');
}

/** The types of the web streams of Node and of the browser differ in nothing that is used here. */
function webOf(stream: Readable): globalThis.ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as unknown as globalThis.ReadableStream<Uint8Array>;
}
