import night from './night.json' with { type: 'json' };

/** night are the words that ask for 夜間・停電用一覧. They come when it is asked for. */
export { night };
