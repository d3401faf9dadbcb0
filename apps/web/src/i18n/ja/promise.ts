import promise from './promise.json' with { type: 'json' };

/** promise are the words of the promise. They come with the screen. */
export { promise };
