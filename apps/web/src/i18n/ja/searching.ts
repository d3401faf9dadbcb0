import searching from './searching.json' with { type: 'json' };

/** searching are the words of さがしています and 紛失. They come with the screen. */
export { searching };
