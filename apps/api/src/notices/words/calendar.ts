import { createHash } from 'node:crypto';
import { addDays } from '@azukari/domain';
import type { CalendarDay, Instant } from '@azukari/domain';
import { speechOf } from './compose.ts';
import type { NoticeLine, NoticeWords } from './notice-words.ts';
import { plain } from './rich.ts';

const LONGEST_LINE = 75;
const ENCODER = new TextEncoder();

/**
 * calendarOf is a file for the reader's calendar (RFC 5545): one entry a day that lies ahead, or null. Others may see a calendar,
 * so that it names neither a person nor an item.
 */
export function calendarOf(words: NoticeWords, at: Instant): string | null {
  const ahead = words.lines.filter(({ date }) => date >= words.on);
  if (ahead.length === 0) return null;
  const stamp = `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const events = ahead.flatMap((line) => event(words, { uid: uidOf(line), stamp, date: line.date }));
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Azukari//Notices//JA', 'CALSCALE:GREGORIAN'];
  return [...lines, 'METHOD:PUBLISH', ...events, 'END:VCALENDAR', ''].map(folded).join('\r\n');
}

function event(
  words: NoticeWords,
  { uid, stamp, date }: { readonly uid: string; readonly stamp: string; readonly date: CalendarDay },
): readonly string[] {
  const { frame } = speechOf(words.language);
  const { house } = words;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
    `SUMMARY:${value(frame.event(house.name))}`,
    `DESCRIPTION:${value(`${house.name} ${house.phone}\n${plain(frame.pin)}`)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/**
 * The same deadline has the same name in every mail about it, so that a calendar keeps one entry. It is made of the item's random
 * id: of names somebody could be guessed, and a name that is corrected would be another entry.
 */
function uidOf({ itemId, deadline, date }: NoticeLine): string {
  const about = JSON.stringify([itemId, deadline, date]);
  return `azukari-${createHash('sha256').update(about).digest('hex').slice(0, 32)}`;
}

function compact(day: CalendarDay): string {
  return day.replaceAll('-', '');
}

function value(text: string): string {
  return text.replaceAll(/[\\;,]/g, (one) => `\\${one}`).replaceAll('\n', '\\n');
}

/** folded breaks a line after 75 octets, never within a character. */
function folded(line: string): string {
  if (ENCODER.encode(line).length <= LONGEST_LINE) return line;
  const lines: string[] = [];
  let current = '';
  let length = 0;
  for (const character of line) {
    const octets = ENCODER.encode(character).length;
    if (length + octets > LONGEST_LINE) {
      lines.push(current);
      [current, length] = [' ', 1];
    }
    current += character;
    length += octets;
  }
  return [...lines, current].join('\r\n');
}
