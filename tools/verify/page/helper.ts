/// <reference lib="dom" />
import type { Answer, Helper } from '../work.ts';

const MOST_HELPERS = 4;
/** Smaller packs are judged before a thread is there. */
const WORTH_HELP = 1_000_000;

const script = URL.createObjectURL(new Blob([document.scripts[0]?.text ?? '']));

/** pageHelpers are threads that run the page's own script; none where a page from a file may not have any. */
export function pageHelpers(bytes: number): readonly Helper[] {
  const wanted = bytes < WORTH_HELP ? 0 : Math.min(navigator.hardwareConcurrency, MOST_HELPERS);
  try {
    return Array.from({ length: wanted }, () => helperOf(new Worker(script)));
  } catch {
    return [];
  }
}

function helperOf(worker: Worker): Helper {
  return {
    ask: (question) => worker.postMessage(question),
    listen: (answered, failed) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => answered(data);
      worker.onerror = failed;
    },
    stop: () => worker.terminate(),
  };
}
