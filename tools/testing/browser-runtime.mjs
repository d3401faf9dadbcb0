import { JSDOM } from 'jsdom';
import SharedRuntime from './shared-runtime.mjs';

/** Browser things that Node has too, but of another kind; the language's own, and timers, stay Node's. */
const BROWSERS = [
  'DOMException',
  'EventTarget',
  'Event',
  'CustomEvent',
  'MessageEvent',
  'Blob',
  'File',
  'FormData',
  'AbortController',
  'AbortSignal',
];
const INHERITED = ['addEventListener', 'removeEventListener', 'dispatchEvent'];

/** running are the timers that a suite has begun. */
const running = new Set();
let window;

/** openWindow gives a process the one browser window in which all its suites run. */
function openWindow() {
  ({ window } = new JSDOM('<!doctype html>', { url: 'http://localhost/', pretendToBeVisual: true }));
  const missing = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis));
  for (const name of [...missing, ...BROWSERS, 'navigator']) {
    const get = () => window[name];
    const set = (value) => {
      window[name] = value;
    };
    Object.defineProperty(globalThis, name, { configurable: true, get, set });
  }
  for (const name of INHERITED) globalThis[name] = window[name].bind(window);
}

/** keepTimers has the timers of a suite end with it. */
function keepTimers() {
  for (const name of ['setTimeout', 'setInterval']) {
    const begin = globalThis[name];
    globalThis[name] = (...args) => {
      const timer = begin(...args);
      running.add(timer);
      return timer;
    };
  }
}

/** clear leaves to the next suite nothing that this one put into the window. */
function clear() {
  for (const timer of running) clearTimeout(timer);
  running.clear();
  window.document.head.replaceChildren();
  window.document.body.replaceChildren();
  window.localStorage.clear();
  window.sessionStorage.clear();
}

/** BrowserRuntime is SharedRuntime for what runs in a browser: Angular is loaded and its screens compiled once, in one window. */
export default class BrowserRuntime extends SharedRuntime {
  async prepare() {
    await super.prepare();
    openWindow();
    keepTimers();
  }

  teardown() {
    if (window) clear();
    super.teardown();
  }
}
