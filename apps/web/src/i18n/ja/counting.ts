import counting from './counting.json' with { type: 'json' };

/** counting are the words of 点検. Few screens need them, so they do not come with the app. */
export { counting };
