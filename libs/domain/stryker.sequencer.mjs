import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A change to a file has to be noticed by a suite that imports this very file: what only shows elsewhere is not pinned down. */
export default class NearSuites {
  #changed;

  constructor({ globalConfig }) {
    this.#changed = globalConfig.nonFlagArgs;
  }

  sort(tests) {
    // The first run, of all files, finds out which test reaches what.
    if (this.#changed.length !== 1) return tests;
    const [path] = this.#changed;
    const imports = new RegExp(`^(?!import type).*from './${basename(path)}'`, 'm');
    return tests.filter((test) => imports.test(readFileSync(test.path, 'utf8')));
  }

  cacheResults() {}
}
