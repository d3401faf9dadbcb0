/** CodeReader is the browser's own reader of two-dimensional codes, where it has one. */
export interface CodeReader {
  detect(picture: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}

interface CodeReaders {
  new (of: { readonly formats: readonly string[] }): CodeReader;
  getSupportedFormats(): Promise<readonly string[]>;
}

const FORMAT = 'qr_code';

/** codeReader is that reader, or null where the browser reads no two-dimensional codes. */
export async function codeReader(): Promise<CodeReader | null> {
  const { BarcodeDetector: readers } = globalThis as { readonly BarcodeDetector?: CodeReaders };
  const formats = (await readers?.getSupportedFormats()) ?? [];
  return readers && formats.includes(FORMAT) ? new readers({ formats: [FORMAT] }) : null;
}
