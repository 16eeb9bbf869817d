import { readWord } from "./fields.js";
import type { IssueList } from "./issues.js";
import { grantLimits } from "./limits.js";
import { elementPath } from "./path-text.js";

/**
 * A list of words as a set in the order of `words`, repetitions removed; `undefined` after any problem.
 * An empty list is for the caller to judge.
 */
export function readWordSet<Word extends string>(
  list: readonly unknown[],
  path: string,
  words: readonly Word[],
  issues: IssueList,
): Word[] | undefined {
  if (list.length > grantLimits.words) {
    issues.addTooMany(path, grantLimits.words, "elements", "Give each word once.");
    return undefined;
  }
  const given = new Set<Word>();
  let complete = true;
  for (let index = 0; index < list.length; index++) {
    const word = readWord(list[index], elementPath(path, index), words, issues);
    if (word === undefined) complete = false;
    else given.add(word);
  }
  return complete ? words.filter((word) => given.has(word)) : undefined;
}
