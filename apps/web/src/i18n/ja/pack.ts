import pack from './pack.json' with { type: 'json' };

/** pack are the words for handing the record over, which come when somebody wants to. */
export { pack };
