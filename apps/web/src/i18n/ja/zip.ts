import zip from './zip.json' with { type: 'json' };

/** zip are the words for a file that the server makes, which come when somebody wants one. */
export { zip };
