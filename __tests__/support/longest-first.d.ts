export declare const longest: readonly string[];
export declare function longestFirst<T extends { readonly path: string }>(tests: readonly T[]): T[];
