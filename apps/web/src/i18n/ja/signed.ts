import signed from './signed.json' with { type: 'json' };

/** signed are the words of 署名された依頼書をまとめて登録する. One screen needs them, so they do not come with the app. */
export { signed };
