import { forgetSheet, keepSheet, keptSheet } from './kept-sheet';

const ME = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';

const line = {
  line: 3,
  residentId: OTHER,
  items: [{ id: OTHER, kind: 'other' as const, label: '会員証' }],
  outClock: '22:10',
  backClock: '',
  dueClock: '08:00',
  purpose: 'outpatient' as const,
  destination: '暗証番号は4649です',
};
const sheet = { staffId: ME, sheet: 'F3-000123', day: '2026-11-21' };

afterEach(forgetSheet);

it('a half typed sheet is there again, without any word that somebody typed', () => {
  keepSheet({ ...sheet, lines: [{ ...line, holder: { kind: 'other', relation: 'family', name: '長女' } }] });
  expect(JSON.stringify(sessionStorage)).not.toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|4649/u);
  expect(keptSheet(ME)).toEqual({
    ...sheet,
    lines: [
      {
        ...line,
        destination: '',
        items: [{ id: OTHER, kind: 'other', label: null }],
        holder: { kind: 'other', relation: 'family', name: '' },
      },
    ],
  });
});

it('nobody finds what a colleague had typed, nor what was put there by another hand', () => {
  keepSheet({ ...sheet, lines: [{ ...line, holder: { kind: 'staff', staffId: ME } }] });
  expect(keptSheet(OTHER)).toBeNull();
  expect(keptSheet(ME)?.lines).toHaveLength(1);
  sessionStorage.setItem('azukari:sheet', '{"staffId":1}');
  expect(keptSheet(ME)).toBeNull();
  sessionStorage.setItem('azukari:sheet', '{');
  expect(keptSheet(ME)).toBeNull();
});
