/// <reference lib="dom" />
import { answerTo } from '../hands.ts';
import type { Question } from '../work.ts';
import { skill } from './skill.ts';

// One script for both: the page, and the threads that help it, which have no document.
if ('document' in globalThis) void import('./page.ts');
else
  addEventListener('message', ({ data }: MessageEvent<Question>) => {
    answerTo(data, skill).then(postMessage, reportError);
  });
