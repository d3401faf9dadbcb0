import dating from './dating.json' with { type: 'json' };

/** dating are the words of 期限. They come with its screens, not with the app. */
export { dating };
