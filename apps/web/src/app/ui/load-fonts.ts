/** loadFonts asks for the font faces after the page has begun, so that they never delay the first paint. */
export function loadFonts(): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/fonts/fonts.css';
  document.head.append(link);
}
