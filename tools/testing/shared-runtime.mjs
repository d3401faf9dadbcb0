import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import Runtime from 'jest-runtime';

const OURS = pathToFileURL(join(import.meta.dirname, '../..')).href;
const HANDED_OVER = ['describe', 'test', 'it', 'expect', 'beforeAll', 'beforeEach', 'afterEach', 'afterAll'];
/** The list of those who hear of tests, which Jest keeps for the whole process. */
const HANDLERS = Symbol.for('EVENT_HANDLERS');

const require = createRequire(import.meta.url);
const sourceMaps = new Map();
let compiling = false;
let suites = 0;

/** compile has Node load our TypeScript as the configuration's SWC writes it. */
function compile(swc) {
  if (compiling) return;
  compiling = true;
  registerHooks({
    load(url, context, next) {
      const [file] = url.split('?');
      if (!file.startsWith(OURS) || !file.endsWith('.ts') || file.includes('/node_modules/')) return next(url, context);
      const filename = fileURLToPath(file);
      const { code, map } = transformSync(readFileSync(filename, 'utf8'), { ...swc, filename, sourceMaps: true });
      sourceMaps.set(url, map);
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
}

/** Jest asks it for the file of a source map when something failed; only then is there one. */
class SourceMaps extends Map {
  #folder;

  constructor(folder) {
    super();
    this.#folder = join(folder, 'shared-runtime');
  }

  get(url) {
    const map = sourceMaps.get(url);
    if (map === undefined) return undefined;
    const file = join(this.#folder, hash('sha256', url));
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(file, map);
    return file;
  }
}

/**
 * Jest's runtime, but that what a suite imports is loaded by Node itself, once for all suites of a process: the server is a thousand
 * modules, and a world of its own for each suite cost two seconds of each and some 50 MB that nothing freed. What a suite changes in
 * the environment is put back; what it changes in a module, the next one finds. `import.meta.jest` is not there.
 */
export default class SharedRuntime extends Runtime {
  #global;
  #sourceMaps;
  #internals = new Set();
  #env = { ...process.env };

  constructor(config, environment, ...rest) {
    super(config, environment, ...rest);
    this.#sourceMaps = new SourceMaps(config.cacheDirectory);
    this.#global = environment.global;
    compile(config.transform.find(([, path]) => path.includes('@swc'))[2]);
  }

  /** Jest's own pieces share the suite's world: a String here is a String there. */
  requireInternalModule(file) {
    this.#internals.add(file);
    return require(file);
  }

  async unstable_importModule(path) {
    for (const name of HANDED_OVER) globalThis[name] = this.#global[name];
    await import(`${pathToFileURL(path).href}?suite=${++suites}`);
  }

  /** Where Jest reads on which line of the source something failed. */
  getSourceMaps() {
    return this.#sourceMaps;
  }

  teardown() {
    for (const file of this.#internals) delete require.cache[file];
    delete globalThis[HANDLERS];
    for (const name of Object.keys(process.env)) if (!(name in this.#env)) delete process.env[name];
    Object.assign(process.env, this.#env);
    super.teardown();
  }
}
