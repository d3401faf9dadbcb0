declare module 'pdfmake/js/qrEnc.js' {
  interface Rect {
    readonly x: number;
    readonly y: number;
    readonly w: number;
  }
  const encoder: {
    readonly default: { measure(node: { qr: string; eccLevel: 'M' }): { readonly _canvas: readonly Rect[] } };
  };
  export default encoder;
}
