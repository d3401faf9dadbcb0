import shell from './shell.json' with { type: 'json' };

import type { SomeWords } from '../words-like';
import type { en } from '../en';

/** easy is やさしい日本語 for the screens of the floor, with readings as `出《だ》す`. What is not here is said in plain Japanese. */
export const easy: SomeWords<typeof en> = {
  shell,
};
