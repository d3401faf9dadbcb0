import leaving from './leaving.json' with { type: 'json' };

/** leaving are the words of leaving, coming back and disputes. They are needed now and then, so they do not come with the app. */
export { leaving };
