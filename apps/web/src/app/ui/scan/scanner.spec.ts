import { TestBed } from '@angular/core/testing';

import { Session } from '../../session/session';
import { pouchIn, withoutLabel } from './label';
import { type Scan, Scanner } from './scanner';

const ID = '0b6f3c1a-91d2-4c43-8a10-5f1e2d3c4b5a';
const LABEL = `TEL 03-1234-5678 azukari:${ID}`;

let heard: Scan[];
let stop: () => void;
let locked = false;

beforeEach(() => {
  heard = [];
  locked = false;
  TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { locked: () => locked } }] });
  stop = TestBed.inject(Scanner).listen((scan) => heard.push(scan));
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

/** A reader types into whatever has the focus; a text field takes what nobody prevented. */
function types(text: string, gapMs: number, into: HTMLElement = document.body): void {
  let at = 1_000;
  for (const key of [...text, 'Enter']) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: (at += gapMs) });
    const taken = into.dispatchEvent(event);
    if (taken && key !== 'Enter' && into instanceof HTMLInputElement) into.value += key;
    if (taken && key === 'Enter') into.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function aField(value = ''): HTMLInputElement {
  const field = document.createElement('input');
  field.value = value;
  document.body.append(field);
  return field;
}

test.each([
  ['as it is printed', LABEL, ID],
  ['without a telephone', `azukari:${ID}`, ID],
  ['in capitals', `AZUKARI:${ID.toUpperCase()}`, ID],
  [
    'wide, under a Japanese input method',
    `ａｚｕｋａｒｉ：${ID.replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))}`,
    ID,
  ],
  ['by a reader that believes in another keyboard', `azukari+${ID}`, ID],
  ['a checkpoint', 'azukari/0b6f/custody 120', null],
  ['an address', `https://example.jp/${ID}`, null],
  ['half of one', `azukari:${ID.slice(0, 20)}`, null],
])('a label %s', (_, text, id) => expect(pouchIn(text)).toBe(id));

test('a label is read wherever the focus is, and presses no button', () => {
  const button = document.createElement('button');
  document.body.append(button);
  let pressed = 0;
  button.addEventListener('change', () => (pressed += 1));
  types(LABEL, 8, button);
  expect([heard, pressed]).toEqual([[{ kind: 'pouch', id: ID }], 0]);
});

test('what is no label is said to be none; what a hand types is nothing', () => {
  types('4901234567894', 8);
  types('4901234567894', 160);
  types('a', 8);
  expect(heard).toEqual([{ kind: 'other' }]);
});

test('a label that is typed into a field does not stay there; what a person typed does', () => {
  const field = aField('さと');
  types(LABEL, 8, field);
  expect([field.value, heard]).toEqual(['さと', [{ kind: 'pouch', id: ID }]]);
  types('tanaka', 8, field);
  expect([field.value, heard.length]).toEqual(['さとtanaka', 1]);
});

test('an input method gives it at once, and wide: it is taken out as well', () => {
  const wide = LABEL.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const field = aField(`さと ${wide}`);
  field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  expect([field.value, heard]).toEqual(['さと ', [{ kind: 'pouch', id: ID }]]);
  expect(withoutLabel('301')).toBe('301');
});

test('nobody acts behind an open question, on a locked screen, or after she has gone', () => {
  const dialog = document.createElement('mat-dialog-container');
  document.body.append(dialog);
  types(LABEL, 8);
  dialog.remove();
  locked = true;
  types(LABEL, 8);
  locked = false;
  stop();
  types(LABEL, 8);
  expect(heard).toEqual([]);
});
