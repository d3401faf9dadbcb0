import { makeInspection } from '@azukari/contract';
import { pdfText } from '@azukari/tools/pdf-text';
import type { Person } from '../../testing/person.ts';
import { unzip } from '../../testing/unzip.ts';

/** packOf has somebody make a pack, and answers what is in it, found by the end of its names. */
export async function packOf(person: Person, period: { from: string; to: string; commandId?: string }) {
  const reply = await person.send(makeInspection, period);
  expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/zip']);
  const files = await unzip(reply.body);
  const file = (end: string): Buffer => {
    const [, bytes] = [...files].find(([name]) => name.endsWith(end)) ?? [];
    if (!bytes) throw new Error(`no ${end} in ${[...files.keys()].join(', ')}`);
    return bytes;
  };
  return {
    names: [...files.keys()],
    file,
    csv: (end: string) => rowsOf(file(`${end}.csv`).toString()),
    pdf: () => pdfText(file('.pdf')),
  };
}

/** rowsOf are the cells of a CSV; every text stands in quotes. */
export function rowsOf(csv: string): string[][] {
  expect([csv.charCodeAt(0), csv.endsWith('\r\n')]).toEqual([0xfeff, true]);
  const rows = csv.slice(1).split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  return rows
    .slice(0, -1)
    .map((row) =>
      [...row.matchAll(/"((?:[^"]|"")*)"|(\d+)/g)].map(([, text, n]) => text?.replaceAll('""', '"') ?? n ?? ''),
    );
}
