import type { Sent } from './api';
import type { Speech } from './speech';

const KNOWN = [
  'uuid',
  'empty',
  'too-long',
  'day',
  'instant',
  'clock',
  'login-id',
  'mail-address',
  'phone',
  'needed-for-mail',
  'needed-for-letter',
  'needed-for-phone',
  'in-future',
  'before-birth',
  'before-it-existed',
  'before-issue',
  'office-only',
  'kana',
  'line-break',
  'unknown-field',
  'missing-field',
  'twice',
  'invalid-value',
  'forbidden:personal-number',
  'forbidden:pin',
  'forbidden:insured-number',
  'forbidden:control-character',
];

/** What Zod calls in its own way: too small is what is required and was left empty, of the wrong type a choice nobody made. */
const SAME: Readonly<Record<string, string>> = {
  'too-small': 'empty',
  'invalid-type': 'invalid-value',
  missing: 'empty',
};

/** issueText is the sentence for one field of a malformed request; null when that field is in order. */
export function issueText(of: Sent<unknown> | null, path: string, speech: Pick<Speech, 'say'>): string | null {
  if (of?.kind !== 'malformed') return null;
  const issue = of.issues.find((candidate) => candidate.path === path || candidate.path.startsWith(`${path}.`));
  if (!issue) return null;
  const code = SAME[issue.code] ?? issue.code;
  return speech.say(`shell.issue.${KNOWN.includes(code) ? code : 'other'}`);
}
