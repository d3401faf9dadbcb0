import type { Endpoint } from '@azukari/contract';
import { fixturesOf, thingsIn } from '../testing/fixtures.ts';
import type { Fixtures, Seqs } from '../testing/things.ts';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { SAMPLES } from '../testing/samples.ts';
import { ENDPOINTS } from './openapi.ts';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: object };
}

/** The shared house has its first facility already, no quarter behind it, and its manager no authenticator. */
const REFUSED_HERE = [
  'readOverview',
  'readCourse',
  'followCourse',
  'setUp',
  'confirmTotp',
  'removeTotp',
  'addPasskey',
  'removePasskey',
  'signInByPasskey',
  'signInAgainByPasskey',
  'enrolTablet',
  'explainGap',
  'confirmGap',
  'signInAtTablet',
  'listAtTablet',
  'emergencyAtTablet',
  'reviewViews',
  'closeBreakGlass',
];

let house: House;
let text: string;
let document: Document;
let things: Fixtures & Seqs;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  ({ body: document, text } = await read(house));
  things = await fixturesOf(house, house);
});
afterAll(() => house.close());

const read = (of: House) => of.nobody.raw<Document>({ method: 'GET', url: '/api/openapi.json' });
const operations = ({ paths }: Document) => Object.values(paths).flatMap((path) => Object.values(path));

test('names every verb once, and every schema it refers to stands in it', () => {
  expect(
    operations(document)
      .map(({ operationId }) => operationId)
      .sort(),
  ).toEqual(ENDPOINTS.map(({ name }) => name).sort());
  const referred = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(referred.length).toBeGreaterThan(100);
  expect([...new Set(referred)].sort()).toEqual(Object.keys(document.components.schemas).sort());
});

test('says its dialect once, not in each schema', () => {
  expect(text).not.toContain('"$schema"');
  expect(text.match(/json-schema\.org/g)).toHaveLength(1);
});

test('lists what exists only in a demo only there', async () => {
  const real = await openHouse();
  const paths = Object.keys((await read(real)).body.paths);
  await real.close();
  expect(
    Object.keys(document.paths)
      .filter((path) => !paths.includes(path))
      .sort(),
  ).toEqual(['/api/demo/clock', '/api/demo/facilities', '/api/demo/passwords']);
});

test.each(ENDPOINTS.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s is answered with the declared status and type, and refused as declared',
  async (name, endpoint) => {
    const responses = operations(document).find(({ operationId }) => operationId === name)?.responses ?? {};
    const typeOf = (status: number) => Object.keys(responses[status]?.content ?? {})[0];
    // Some verbs end the session.
    await house.manager.signIn();
    const sample = SAMPLES[name as keyof typeof SAMPLES];
    const today = house.clock.today();
    const own = endpoint.method === 'GET' ? things : await fixturesOf(house, house, thingsIn(sample, today));
    const { body, at } = sample(own, today);
    const reply = await house.manager.send<Endpoint>(endpoint, body as undefined, { ...at });
    expect([reply.status, reply.headers['content-type']]).toEqual([reply.status, typeOf(reply.status)]);
    if (!REFUSED_HERE.includes(name)) expect(Object.keys(responses)[0]).toBe(String(reply.status));
    const url = endpoint.path.replaceAll(/:\w+/g, 'x');
    const refused = await house.nobody.raw({
      method: endpoint.method,
      url,
      payload: endpoint.method === 'GET' ? undefined : {},
    });
    if (refused.status >= 400) expect(refused.headers['content-type']).toBe(typeOf(refused.status));
  },
);
