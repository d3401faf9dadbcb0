import anchors from './anchors.json' with { type: 'json' };

/** anchors are the words for how far the record can be proved, which come with the panel that says it. */
export { anchors };
