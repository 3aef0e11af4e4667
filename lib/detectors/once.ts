/**
 * Holds at every place. What follows it in a pattern is compiled once; without it, what follows a choice is compiled anew for each way that leads there, up to ten
 * times on each level (V8's and SpiderMonkey's irregexp, `kMaxCopiesCodeGenerated`). It stands where much follows a choice: the code of one pattern was a megabyte,
 * and took tenths of a second when it was first needed.
 */
export const ONCE = '(?=)';
