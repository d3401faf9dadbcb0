import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDay, Uuid } from '@azukari/domain';

/** KEPT_LISTS is how many evenings of a home are kept. */
const KEPT_LISTS = 7;
const PARTIAL = '.partial';
const LONGEST_NAME = 40;
/** So much is tried before anything is drawn: a list of a large home has half of it. */
const ROOM_BYTES = 1024 * 1024;

/** NightHome is a home as the name of its file tells it. */
export interface NightHome {
  readonly id: Uuid;
  readonly name: string;
}

/** nightFileName is found in the dark by day and by the home's name; the last part tells homes apart that were renamed. */
export function nightFileName({ id, name }: NightHome, day: CalendarDay): string {
  // Characters that no file system of Windows, Linux or a USB stick refuses.
  const plain = [...name.replaceAll(/[\p{Cc}<>:"/\\|?*.]/gu, '')].slice(0, LONGEST_NAME).join('').trim();
  return `${day} 夜間・停電用一覧 ${plain}${endOf(id)}`;
}

/** isThere answers whether the folder can be reached: a stick that was pulled out takes it along. */
export function isThere(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** hasList answers whether the list of that day lies there, under whichever name the home had. */
export function hasList(folder: string, { id }: NightHome, day: CalendarDay): boolean {
  return listsOf(folder, id).some((name) => name.startsWith(day));
}

/** tryRoom throws where a list would find no room; nothing is left of it. */
export function tryRoom(folder: string, id: Uuid): void {
  writeWhole(join(folder, `room${endOf(id)}`), [Buffer.alloc(ROOM_BYTES)]);
  rmSync(join(folder, `room${endOf(id)}`));
}

/** keepList puts the list there, whole or not at all, readable by the service alone, and removes what is older than seven evenings. */
export function keepList(folder: string, home: NightHome, day: CalendarDay, pieces: readonly Uint8Array[]): void {
  writeWhole(join(folder, nightFileName(home, day)), pieces);
  for (const old of listsOf(folder, home.id).slice(0, -KEPT_LISTS)) rmSync(join(folder, old), { force: true });
}

function endOf(id: Uuid): string {
  return ` ${id.slice(0, 8)}.pdf`;
}

function listsOf(folder: string, id: Uuid): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-\d{2}-\d{2} /.test(name) && name.endsWith(endOf(id)))
    .sort();
}

function writeWhole(path: string, pieces: readonly Uint8Array[]): void {
  const partial = `${path}${PARTIAL}`;
  try {
    const file = openSync(partial, 'w', 0o600);
    try {
      for (const piece of pieces) for (let at = 0; at < piece.length;) at += writeSync(file, piece, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
