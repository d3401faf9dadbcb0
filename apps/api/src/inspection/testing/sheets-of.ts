import { unzip } from '../../testing/unzip.ts';

/** Sheet is a sheet of a workbook as its XML has it: a number with its format, if it has one, or a text. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | readonly [number, format: string])[])[];
}

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const;

/** sheetsOf reads a workbook by the XML in it, and nothing that wrote it. */
export async function sheetsOf(xlsx: Uint8Array): Promise<readonly Sheet[]> {
  const files = await unzip(xlsx);
  const xml = (name: string): string => {
    const bytes = files.get(`xl/${name}`);
    if (!bytes) throw new Error(`no xl/${name} in ${[...files.keys()].join(', ')}`);
    return bytes.toString();
  };
  const texts = all(/<t(?: [^>]*)?>([^<]*)<\/t>/g, xml('sharedStrings.xml')).map(plain);
  const styles = xml('styles.xml');
  const formats = new Map(
    all(/<numFmt (.*?)\/>/g, styles).map((tag) => [attribute(tag, 'numFmtId'), plain(attribute(tag, 'formatCode'))]),
  );
  const cells = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
  const styled = all(/<xf ([^>]*)>/g, cells).map((tag) => formats.get(attribute(tag, 'numFmtId')));
  const cellOf = (tag: string, value: string): Sheet['rows'][number][number] => {
    if (attribute(tag, 't') === 's') return texts[Number(value)] ?? '';
    const format = styled[Number(attribute(tag, 's'))];
    return format === undefined || attribute(tag, 's') === '' ? Number(value) : [Number(value), format];
  };
  return all(/<sheet ([^>]*)\/>/g, xml('workbook.xml')).map((tag, n) => ({
    name: plain(attribute(tag, 'name')),
    rows: all(/<row [^>]*>(.*?)<\/row>/gs, xml(`worksheets/sheet${String(n + 1)}.xml`)).map((row) =>
      [...row.matchAll(/<c ([^>]*)><v>([^<]*)<\/v><\/c>/g)].map(([, cell = '', value = '']) => cellOf(cell, value)),
    ),
  }));
}

function all(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^| )${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function plain(text: string): string {
  const typed = text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: keyof typeof NAMED) => NAMED[name]);
  return typed.replace(/_x([\dA-Fa-f]{4})_/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)));
}
