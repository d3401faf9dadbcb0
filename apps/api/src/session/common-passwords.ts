import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { utf8 } from '@azukari/domain';
import { sha256 } from '../ledger/crypto.ts';

/** The first four bytes of the SHA-256 of each, ascending: written by tools/passwords.mjs. */
const FILE = resolve(import.meta.dirname, '../../assets/common-passwords.bin');
const ENTRY_BYTES = 4;

/** What is tried first here, alone or with digits and signs behind: words of the house, of its work, of its country. */
const NEARBY =
  /^(azukari|kaigo|kango|shisetsu|tokubetsu|youjin|roujin|home|sakura|himawari|nihon|nippon|japan|tokyo|arigatou?|konnichiwa|ohayou?|doraemon|pokemon|pikachu|anpanman|預かり|介護|看護|施設|特養|老人ホーム|さくら|ありがとう|こんにちは)[\p{N}\p{P}\p{S}\s]*$/u;

let list: Buffer | undefined;

/**
 * isCommon says whether a password stands in the list of those found most often in breaches, or is a word that anybody here would try
 * first. Letter case and width make no difference. One good password in some forty thousand is taken for a listed one.
 */
export function isCommon(password: string): boolean {
  const folded = password.normalize('NFKC').toLowerCase();
  return NEARBY.test(folded) || /^(.)\1*$/u.test(folded) || listed(folded);
}

function listed(folded: string): boolean {
  list ??= readFileSync(FILE);
  const wanted = Buffer.from(sha256(utf8(folded))).readUInt32BE(0);
  let [low, high] = [0, list.length / ENTRY_BYTES - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = list.readUInt32BE(middle * ENTRY_BYTES);
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
