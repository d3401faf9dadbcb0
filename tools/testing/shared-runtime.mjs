import { readFileSync, statSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createScriptTransformer } from '@jest/transform';
import Runtime from 'jest-runtime';

const HANDED_OVER = ['describe', 'test', 'it', 'expect', 'beforeAll', 'beforeEach', 'afterEach', 'afterAll'];
/** The list of those who hear of tests, which Jest keeps for the whole process. */
const HANDLERS = Symbol.for('EVENT_HANDLERS');
const AS_MODULE = {
  supportsDynamicImport: true,
  supportsExportNamespaceFrom: true,
  supportsStaticESM: true,
  supportsTopLevelAwait: true,
};

const require = createRequire(import.meta.url);
const isFile = (url) => statSync(fileURLToPath(url), { throwIfNoEntry: false })?.isFile() ?? false;
const sourceMaps = new Map();
let transformer;
let suites = 0;

/** A compiler may write .js where the source says .ts, and a bundler's source says neither. */
function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || context.parentURL?.includes('/node_modules/')) return next(specifier, context);
  const { href } = new URL(specifier, context.parentURL);
  const found = [href, href.replace(/\.js$/, '.ts'), `${href}.ts`, `${href}/index.ts`].find(isFile);
  return next(found ?? specifier, context);
}

/** What Node loads is written as the configuration's transformer writes it; a template is its text. */
function load(url, context, next) {
  const [file] = url.split('?');
  if (!/\.(ts|html)$/.test(file) || file.includes('/node_modules/')) return next(url, context);
  const name = fileURLToPath(file);
  const text = readFileSync(name, 'utf8');
  if (name.endsWith('.html')) {
    return { format: 'module', source: `export default ${JSON.stringify(text)}`, shortCircuit: true };
  }
  const { code, sourceMapPath } = transformer.transform(name, AS_MODULE, text);
  if (sourceMapPath) sourceMaps.set(url, sourceMapPath);
  return { format: 'module', source: code, shortCircuit: true };
}

/**
 * Jest's runtime, but that what a suite imports is loaded by Node itself, once for all suites of a process: the server is a thousand
 * modules, and a world of its own for each suite cost two seconds of each and some 50 MB that nothing freed. What a suite changes in
 * the environment is put back; what it changes in a module, the next one finds. `import.meta.jest` is not there.
 */
export default class SharedRuntime extends Runtime {
  #config;
  #global;
  #internals = new Set();
  #env = { ...process.env };

  constructor(config, environment, ...rest) {
    super(config, environment, ...rest);
    this.#config = config;
    this.#global = environment.global;
  }

  /** Jest's own pieces share the suite's world: a String here is a String there. */
  requireInternalModule(file) {
    this.#internals.add(file);
    return require(file);
  }

  /** prepare is done once, before the first suite of a process is loaded. */
  async prepare() {
    transformer = await createScriptTransformer(this.#config, new Map());
    registerHooks({ resolve, load });
  }

  async unstable_importModule(path) {
    if (!transformer) await this.prepare();
    for (const name of HANDED_OVER) globalThis[name] = this.#global[name];
    await import(`${pathToFileURL(path).href}?suite=${++suites}`);
  }

  /** Where Jest reads on which line of the source something failed. */
  getSourceMaps() {
    return sourceMaps;
  }

  teardown() {
    for (const file of this.#internals) delete require.cache[file];
    delete globalThis[HANDLERS];
    for (const name of Object.keys(process.env)) if (!(name in this.#env)) delete process.env[name];
    Object.assign(process.env, this.#env);
    super.teardown();
  }
}
