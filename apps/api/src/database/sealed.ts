import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomFillSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readKeyRing, ringPath, subkey } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';
import type { SealedColumn } from './sealed-columns.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = /^v1\.[0-9a-f]{8}\.[A-Za-z0-9+/]+=*$/;
const KEY_AT = 'v1.'.length;
const BODY_AT = 'v1.00000000.'.length;
const TAGGED = { authTagLength: TAG_BYTES };

/** RowKey is what a row is known by: its id, or the values of its key in their order. */
export type RowKey = string | readonly (string | number)[];

/** Unopenable is thrown for a value that no key of the ring opens where it stands: changed, moved, or of another house's key. */
export class Unopenable extends Error {
  constructor(column: SealedColumn, row: RowKey, why: string) {
    super(`${column} of ${rowText(row)} cannot be opened: ${why}`);
  }
}

/**
 * Sealed is the codec that every personal column passes through: AES-256-GCM, `v1.<key id>.<base64 of nonce, text and tag>`. A
 * value is bound to its column and its row, so that one that was put elsewhere does not open (docs/decisions/0023).
 */
export class Sealed {
  /** The id of the key that seals. */
  readonly newest: string;
  private readonly key: KeyObject;
  private readonly keys: ReadonlyMap<string, KeyObject>;
  private readonly markers: readonly KeyObject[];
  private readonly nonces = new Nonces();

  constructor({ keys }: Pick<KeyRing, 'keys'>) {
    this.newest = keys[0].id;
    this.key = createSecretKey(subkey(keys[0], 'seal'));
    this.markers = keys.map((key) => createSecretKey(subkey(key, 'find')));
    this.keys = new Map(keys.map((key) => [key.id, createSecretKey(subkey(key, 'seal'))]));
  }

  /** close seals a text for one column of one row; nothing stays nothing. */
  close<T extends string | null>(column: SealedColumn, row: RowKey, text: T): T;
  close(column: SealedColumn, row: RowKey, text: string | null): string | null {
    if (text === null) return null;
    const nonce = this.nonces.next();
    const cipher = createCipheriv(CIPHER, this.key, nonce, TAGGED);
    cipher.setAAD(placeOf(column, row));
    const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `v1.${this.newest}.${body.toString('base64')}`;
  }

  /** mark stands for a text of a column where it must be found, and tells nothing of it to who has not the key. */
  mark(column: SealedColumn, text: string): string {
    return this.marks(column, text)[0] ?? '';
  }

  /** marks are all under which it may stand while another key comes in, newest first. */
  marks(column: SealedColumn, text: string): readonly string[] {
    return this.markers.map((key) => createHmac('sha256', key).update(`${column}\n${text}`).digest('base64'));
  }

  /** open reads what close has sealed for this column of this row, and throws Unopenable for anything else. */
  open<T extends string | null>(column: SealedColumn, row: RowKey | null, sealed: T): T;
  open(column: SealedColumn, row: RowKey | null, sealed: string | null): string | null {
    if (sealed === null) return null;
    const place = row ?? '';
    const id = keyIn(sealed);
    if (id === null) throw new Unopenable(column, place, 'it is not sealed');
    const key = this.keys.get(id);
    if (!key) throw new Unopenable(column, place, `its key ${id} is not there`);
    try {
      return deciphered(key, Buffer.from(sealed.slice(BODY_AT), 'base64'), placeOf(column, place));
    } catch (cause) {
      throw Object.assign(new Unopenable(column, place, 'it was changed, or sealed for another place'), { cause });
    }
  }
}

function deciphered(key: KeyObject, body: Buffer, place: Buffer): string {
  const decipher = createDecipheriv(CIPHER, key, body.subarray(0, NONCE_BYTES), TAGGED);
  decipher.setAAD(place);
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  // As one buffer: a decoder of parts of a text costs as much as the cipher.
  const text = decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES));
  decipher.final();
  return text.toString('utf8');
}

/** Opener opens what is sealed. */
export type Opener = Pick<Sealed, 'open'>;

/** Opened opens for one list: what stands in many of its rows, such as the name of one resident, is opened once. */
export class Opened implements Opener {
  private readonly known = new Map<
    string,
    { readonly column: SealedColumn; readonly row: RowKey | null; readonly text: string }
  >();
  private readonly sealed: Opener;

  constructor(sealed: Opener) {
    this.sealed = sealed;
  }

  open<T extends string | null>(column: SealedColumn, row: RowKey | null, sealed: T): T;
  open(column: SealedColumn, row: RowKey | null, sealed: string | null): string | null {
    if (sealed === null) return null;
    const known = this.known.get(sealed);
    if (known?.column === column && known.row === row) return known.text;
    const text = this.sealed.open(column, row, sealed);
    this.known.set(sealed, { column, row, text });
    return text;
  }
}

/** keyIn is the id of the key that sealed a value; null for what is not sealed. */
export function keyIn(value: string): string | null {
  return SEALED.test(value) ? value.slice(KEY_AT, BODY_AT - 1) : null;
}

/** openSealed is the codec with the keys of a house that has been started before. */
export function openSealed(keysFolder: string): Sealed {
  const ring = readKeyRing(keysFolder);
  if (!ring) throw new Error(`there is no ${ringPath(keysFolder)}`);
  return new Sealed(ring);
}

/** Nonces are drawn from the system by the page, because a draw costs as much as a sealing. */
class Nonces {
  private readonly page = Buffer.alloc(NONCE_BYTES * 256);
  private at = this.page.length;

  next(): Buffer {
    if (this.at === this.page.length) {
      randomFillSync(this.page);
      this.at = 0;
    }
    return this.page.subarray(this.at, (this.at += NONCE_BYTES));
  }
}

function placeOf(column: SealedColumn, row: RowKey): Buffer {
  return Buffer.from(`${column}\n${rowText(row)}`);
}

function rowText(row: RowKey): string {
  return typeof row === 'string' ? row : row.join('/');
}
