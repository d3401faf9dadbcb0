import picturing from './picturing.json' with { type: 'json' };

/** picturing are the words of 図で見る. They come with its first picture, not with the app. */
export { picturing };
