import sheet from './sheet.json' with { type: 'json' };

/** sheet are the words of 紙の用紙を入れる. It is needed after a night without the computer, so they do not come with the app. */
export { sheet };
