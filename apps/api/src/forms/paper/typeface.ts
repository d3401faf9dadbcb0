import { createRequire } from 'node:module';

/** Typeface is the two files of the font. */
export interface Typeface {
  readonly normal: string;
  readonly bold: string;
}

/** fontFiles are where the font of all papers lies. */
export function fontFiles(): Typeface {
  const { resolve } = createRequire(import.meta.url);
  const file = (name: string): string => resolve(`@expo-google-fonts/noto-sans-jp/${name}.ttf`);
  return { normal: file('400Regular/NotoSansJP_400Regular'), bold: file('700Bold/NotoSansJP_700Bold') };
}
