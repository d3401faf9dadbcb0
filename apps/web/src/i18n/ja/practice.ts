import practice from './practice.json' with { type: 'json' };

/** practice are the words of れんしゅう, easy and with readings in every language. They come with the practice house and its door. */
export { practice };
