import glass from './glass.json' with { type: 'json' };

/** glass are the words of the account in the sealed envelope, and of what waits for a second person. Few need them, so they do not come with the app. */
export { glass };
