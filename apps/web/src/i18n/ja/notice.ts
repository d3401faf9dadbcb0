import notice from './notice.json' with { type: 'json' };

/** notice are the words of the page お知らせ and its settings, which do not come with the app. */
export { notice };
