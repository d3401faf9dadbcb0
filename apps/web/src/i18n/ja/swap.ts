import swap from './swap.json' with { type: 'json' };

/** swap are the words of 8月1日の差し替え. They come with the screen. */
export { swap };
