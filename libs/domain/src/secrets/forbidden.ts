import type { ForbiddenReason } from '../refusal.ts';

/** forbidden says which secret a text seems to hold, or null. */
export function forbidden(text: string): ForbiddenReason | null {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text) ? 'control-character' : null;
}
