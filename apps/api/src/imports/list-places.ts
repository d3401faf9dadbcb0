import type { Uuid } from '@azukari/domain';
import type { StorageRow } from '../database/rows.ts';

type Kind = StorageRow['kind'];
type Step = readonly [kind: Kind, label: string];

/** PlaceWords are what a row says of where its items lie: in columns of their own, or all in one. */
export interface PlaceWords {
  readonly locker: string;
  readonly drawer: string;
  readonly pouch: string;
  readonly storage: string;
}

/** Place is a place of the facility, there already or to be made. */
export type Place = Pick<StorageRow, 'id' | 'parentId' | 'kind' | 'label'>;

/** The locker of a house that has none yet. */
const FIRST_LOCKER = '金庫';
const LONGEST_LABEL = 30;

/** Places finds the places that a list names among those of the facility, and makes in thought those that are not there. */
export class Places {
  private readonly here: readonly Place[];
  private readonly added: Place[] = [];
  private readonly byKey = new Map<string, Place>();

  constructor(here: readonly Place[]) {
    this.here = here;
    for (const place of here) this.note(place);
  }

  /** made are the places that are not there yet, each after what it stands in. */
  get made(): readonly Place[] {
    return this.added;
  }

  /** find is the place that the words mean, or why it cannot be told. */
  find(words: PlaceWords): Place | 'place' | 'too-long' {
    const said = wholePath(words.storage);
    const known = said === '' ? undefined : this.here.find((place) => key(this.path(place)) === said);
    const steps = stepsOf(words);
    if (known && [words.locker, words.drawer, words.pouch].every((word) => word === '')) return known;
    if (steps.some(([, label]) => [...label].length > LONGEST_LABEL)) return 'too-long';
    return this.walk(steps);
  }

  /** path is a place as people say it, from the locker down. */
  path({ parentId, label }: Place): string {
    const parent = [...this.here, ...this.added].find(({ id }) => id === parentId);
    return parent ? `${this.path(parent)} ${label}` : label;
  }

  private walk(steps: readonly Step[]): Place | 'place' {
    const [first, ...rest] = steps;
    if (!first) return 'place';
    let at = this.first(first);
    if (at === 'place') return at;
    for (const step of rest) at = this.inside(at, step);
    return at;
  }

  /** A locker stands by itself. A drawer or a pouch alone is the only one of that name, or new in the only locker. */
  private first(step: Step): Place | 'place' {
    const [kind, label] = step;
    if (kind === 'locker') return this.inside(null, step);
    const all = [...this.here, ...this.added];
    const [one, another] = all.filter((place) => place.kind === kind && key(place.label) === key(label));
    if (one) return another ? 'place' : one;
    const [locker, second] = all.filter((place) => place.kind === 'locker');
    if (second) return 'place';
    return this.inside(locker ?? this.inside(null, ['locker', FIRST_LOCKER]), step);
  }

  private inside(parent: Place | null, [kind, label]: Step): Place {
    const known = this.byKey.get(keyIn(parent?.id ?? null, kind, label));
    if (known) return known;
    const place: Place = { id: crypto.randomUUID(), parentId: parent?.id ?? null, kind, label };
    this.added.push(place);
    this.note(place);
    return place;
  }

  private note(place: Place): void {
    this.byKey.set(keyIn(place.parentId, place.kind, place.label), place);
  }
}

function key(label: string): string {
  return label.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

function keyIn(parent: Uuid | null, kind: Kind, label: string): string {
  return `${parent ?? ''} ${kind} ${key(label)}`;
}

function wholePath(text: string): string {
  return key(text.replace(/[/／>＞→・、,]/g, ''));
}

function stepsOf({ locker, drawer, pouch, storage }: PlaceWords): readonly Step[] {
  if (locker === '' && drawer === '' && pouch === '') return parsed(storage);
  return [
    ...(locker === '' ? [] : [['locker', plainLabel(locker)] as const]),
    ...(drawer === '' ? [] : [['drawer', numbered(drawer, '段目')] as const]),
    ...(pouch === '' ? [] : [['pouch', numbered(pouch, '番')] as const]),
  ];
}

const LOCKER = /庫|ロッカー|キャビネット|棚/;
const DRAWER = /段目?|引き?出し?|ひきだし/;

/** All in one: 「金庫 1段目 12番」, 「A-12」, 「金庫1段目12番」, 「12」. */
function parsed(text: string): readonly Step[] {
  const words = text
    .normalize('NFKC')
    .split(/[\s/>→・、,-]+/)
    .filter((word) => word !== '');
  if (words.length === 3)
    return stepsOf({ locker: words[0] ?? '', drawer: words[1] ?? '', pouch: words[2] ?? '', storage: '' });
  const [one = '', other = ''] = words;
  if (words.length === 2) {
    if (DRAWER.test(one) && !LOCKER.test(one)) return stepsOf({ locker: '', drawer: one, pouch: other, storage: '' });
    const inner = DRAWER.test(other) ? { drawer: other, pouch: '' } : { drawer: '', pouch: other };
    return stepsOf({ locker: one, ...inner, storage: '' });
  }
  if (words.length !== 1) return [];
  const [locker, inner] = cut(one, LOCKER);
  const [drawer, pouch] = cut(inner, DRAWER);
  return stepsOf({ locker, drawer, pouch, storage: '' });
}

/** cut parts a word behind the first thing of that kind in it; nothing and all of it where there is none. */
function cut(word: string, kind: RegExp): readonly [string, string] {
  const found = kind.exec(word);
  const end = found ? found.index + found[0].length : 0;
  return [word.slice(0, end), word.slice(end)];
}

function plainLabel(label: string): string {
  return label.normalize('NFKC').trim();
}

function numbered(label: string, unit: string): string {
  const plain = plainLabel(label);
  return /^\d{1,4}$/.test(plain) ? `${String(Number(plain))}${unit}` : plain;
}
