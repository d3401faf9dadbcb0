import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

// A screen that asks for a word that is not there shows the program's name of it: no test may pass over that.
const { warn } = console;
console.warn = (...said: readonly unknown[]): void => {
  if (String(said[0]).includes('Missing translation')) throw new Error(String(said[0]));
  warn(...said);
};
