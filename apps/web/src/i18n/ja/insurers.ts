import insurers from './insurers.json' with { type: 'json' };

/** insurers are the words of 保険者. They come with the screen. */
export { insurers };
