import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Readable } from 'node:stream';
import { readHealth } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { PASSWORD } from '../testing/person.ts';
import { Printer } from './printer.ts';
import { ask, householdOf, paper } from './testing/households.ts';
import { pdfText } from '@azukari/tools/pdf-text';

describe('a long print-out', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('the server answers while sixty receipts are drawn', async () => {
    for (let n = 0; n < 60; n++)
      await householdOf(house, house.second, `利用者 ${String(n)}`, [
        'my-number-card',
        'eligibility-certificate',
        'care-insurance-card',
        'care-copay-certificate',
      ]);
    const drawing = { now: true };
    const loop = monitorEventLoopDelay({ resolution: 5 });
    const started = performance.now();
    const run = ask(house.second.manager, 'F2').finally(() => {
      drawing.now = false;
    });
    let answers = 0;
    let slowest = 0;
    loop.enable();
    while (drawing.now) {
      const at = performance.now();
      expect((await house.nobody.send(readHealth)).status).toBe(200);
      slowest = Math.max(slowest, performance.now() - at);
      answers++;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    loop.disable();
    const reply = await run;
    const took = performance.now() - started;
    const { pages } = pdfText(Buffer.from(reply.body));
    if (process.env['AZUKARI_MEASURE'])
      console.info({ took, answers, slowest, loopMax: loop.max / 1e6, bytes: reply.body.length, pages: pages.length });
    expect(pages.length).toBeGreaterThanOrEqual(60);
    expect(answers).toBeGreaterThan(10);
    // A drawing on the server's own thread would hold a request for the seconds that it takes.
    expect(slowest).toBeLessThan(took / 2);
  });

  it('a paper that fails before its first byte is said to have failed', async () => {
    const printer = house.app.get(Printer, { strict: false });
    const print = printer.print.bind(printer);
    printer.print = (job) => print({ ...job, issue: null } as never);
    const reply = await ask(house.manager, 'F3', { blankSheets: 1 });
    printer.print = print;
    expect(reply.status).toBe(500);
    expect(reply.headers['content-type']).toMatch(/^application\/json/);
    expect(reply.body).toMatchObject({ requestId: expect.any(String) as string });
  });

  it('a reader who goes away takes the print-out back', async () => {
    for (let n = 0; n < 40; n++) await householdOf(house, house.second, `ご家族 ${String(n)}`, []);
    const printer = house.app.get(Printer, { strict: false });
    const print = printer.print.bind(printer);
    const printed: Readable[] = [];
    printer.print = (job) => {
      printed.push(print(job));
      return printed.at(-1)!;
    };
    await house.app.listen(0, '127.0.0.1');
    const url = await house.app.getUrl();
    const json = { 'content-type': 'application/json', 'x-azukari': '1' };
    const session = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ loginId: 'other-manager', password: PASSWORD }),
    });
    const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
    const gone = new AbortController();
    const reply = await fetch(`${url}/api/forms/F1`, {
      method: 'POST',
      headers: { ...json, cookie },
      body: JSON.stringify({ commandId: crypto.randomUUID() }),
      signal: gone.signal,
    });
    expect(reply.status).toBe(200);
    const [pdf] = printed;
    const closed = once(pdf!, 'close');
    expect(pdf!.readableEnded).toBe(false);
    gone.abort();
    await closed;
    expect(pdf!.readableEnded).toBe(false);
    expect((await paper(house.manager, 'F3', { blankSheets: 1 })).pages).toHaveLength(1);
  });
});
