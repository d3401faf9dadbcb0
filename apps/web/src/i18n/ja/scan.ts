import scan from './scan.json' with { type: 'json' };

/** scan are the words of reading labels. They come with the first screen that reads one. */
export { scan };
