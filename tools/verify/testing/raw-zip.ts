import { crc32 } from 'node:zlib';

/** RawFile is a file of a ZIP as its headers tell of it; what is not told is true. */
export interface RawFile {
  readonly name: string;
  /** As it lies in the ZIP. */
  readonly bytes: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly sum?: number;
  /** Its size unpacked, and packed. */
  readonly size?: number;
  readonly packed?: number;
  readonly offset?: number;
  readonly attributes?: number;
}

const UNIX = 3 << 8;
const VERSION = 20;

/** rawZip writes a ZIP that lies wherever its files do: no library writes one. */
export function rawZip(files: readonly RawFile[], count = files.length): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const common = commonOf(file, name.length);
    const local = Buffer.concat([u32(0x04034b50), common, name, file.bytes]);
    const { attributes = 0o100644, offset = at } = file;
    const rest = [u16(0), u16(0), u16(0), u32(attributes * 2 ** 16), u32(offset)];
    centrals.push(Buffer.concat([u32(0x02014b50), u16(UNIX | VERSION), common, ...rest, name]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = [u32(0x06054b50), u32(0), u16(count), u16(count), u32(directory.length), u32(at), u16(0)];
  return new Uint8Array(Buffer.concat([...locals, directory, ...end]));
}

/** What a file says of itself both before its bytes and in the directory: from the version to the length of what is extra. */
function commonOf({ bytes, method = 0, flags = 0, ...told }: RawFile, nameLength: number): Buffer {
  const { sum = crc32(bytes), size = bytes.length, packed = bytes.length } = told;
  const head = [u16(VERSION), u16(flags), u16(method), u16(0), u16(0x21), u32(sum)];
  return Buffer.concat([...head, u32(packed), u32(size), u16(nameLength), u16(0)]);
}

function u16(n: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(n);
  return bytes;
}

function u32(n: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(n >>> 0);
  return bytes;
}
