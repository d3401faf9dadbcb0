import labels from './labels.json' with { type: 'json' };

/** labels are the words of ポーチのラベル. They are printed once in a while, so they do not come with the app. */
export { labels };
