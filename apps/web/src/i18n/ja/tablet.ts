import tablet from './tablet.json' with { type: 'json' };

/** tablet are the words of shared tablets. A browser of one's own never needs them, so they do not come with the app. */
export { tablet };
