import { calendarOf } from './calendar.ts';
import { LANGUAGES } from './notice-words.ts';
import type { NoticeWords } from './notice-words.ts';
import { aLine, aNotice } from './testing/notices.ts';

const AT = '2026-11-22T00:00:00.000Z';
const unfolded = (ics: string): readonly string[] => ics.replaceAll('\r\n ', '').split('\r\n');

describe('a day in a calendar', () => {
  it.each(LANGUAGES)('in %s is a whole day of RFC 5545, in lines of at most 75 octets', (language) => {
    const ics = calendarOf(
      aNotice({
        language,
        house: { ...aNotice().house, name: '社会福祉法人いすみ福祉会　特別養護老人ホームさくらの里ユニット型本館' },
      }),
      AT,
    )!;
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = ics.split('\r\n');
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\ufffd');
    }
    expect(unfolded(ics)).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'DTSTAMP:20261122T000000Z',
        'DTSTART;VALUE=DATE:20261210',
        'DTEND;VALUE=DATE:20261211',
      ]),
    );
    expect(unfolded(ics).join('\n')).toContain('さくらの里ユニット型本館');
  });

  it('names no person and no item', () => {
    const ics = unfolded(calendarOf(aNotice({ lines: [aLine({ kind: 'other', label: '年金手帳' })] }), AT)!).join('\n');
    expect(ics).not.toMatch(/山田|やまだ|髙﨑|佐藤|カード|年金手帳/);
  });

  it('escapes what has a meaning in the format', () => {
    const house = { ...aNotice().house, name: String.raw`A;B,C\D` };
    expect(unfolded(calendarOf(aNotice({ house }), AT)!)).toContain(String.raw`SUMMARY:お預かり品の期限（A\;B\,C\\D）`);
  });

  it('keeps its name over mails, and gives each deadline its own', () => {
    const uids = (...lines: ReturnType<typeof aLine>[]) =>
      unfolded(calendarOf(aNotice({ lines, language: 'en' }), AT)!).filter((line) => line.startsWith('UID:'));
    const [one] = uids(aLine());
    expect(uids(aLine(), aLine({ date: '2027-01-01' }))[0]).toBe(one);
    const other = { itemId: '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a11' };
    const all = uids(aLine(), aLine({ date: '2027-01-01' }), aLine({ deadline: 'card-expiry' }), aLine(other));
    expect(new Set(all).size).toBe(4);
  });

  it('has a name of which nobody is guessed, and which a corrected name does not change', () => {
    const uid = (given: Partial<NoticeWords>) =>
      unfolded(calendarOf(aNotice(given), AT)!).find((line) => line.startsWith('UID:'));
    const renamed = aLine({ residentName: '山田 多美', residentKana: 'やまだ たみこ', kind: 'other', label: 'カード' });
    expect(uid({ lines: [renamed], house: { ...aNotice().house, name: 'もみじ苑' } })).toBe(uid({}));
    expect(uid({ lines: [aLine({ itemId: 'b7a1d0c2-5e44-4f0f-8f3e-94a6b0f1c2d3' })] })).not.toBe(uid({}));
  });

  it('a day that is over is in no calendar', () => {
    expect(calendarOf(aNotice({ on: '2026-12-11' }), AT)).toBeNull();
    expect(calendarOf(aNotice({ on: '2026-12-10' }), AT)).not.toBeNull();
    const both = calendarOf(aNotice({ on: '2026-12-11', lines: [aLine(), aLine({ date: '2027-01-01' })] }), AT);
    expect(both?.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});
