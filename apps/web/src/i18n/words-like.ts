/** WordsLike is the same tree of keys with other words. */
export type WordsLike<T> = { readonly [K in keyof T]: T[K] extends string ? string : WordsLike<T[K]> };

/** SomeWords is some of the words of a tree; for what is missing the first language stands in. */
export type SomeWords<T> = { readonly [K in keyof T]?: T[K] extends string ? string : SomeWords<T[K]> };
