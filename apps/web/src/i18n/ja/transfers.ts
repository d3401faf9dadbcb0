import transfers from './transfers.json' with { type: 'json' };

/** transfers are the words of what goes from home to home. They come with their screens. */
export { transfers };
