import { describe, expect, it } from "vitest";
import { SubjectError } from "../subject/check-subject.js";
import { wordsOf } from "./words.js";

describe("a command line as words", () => {
  it.each([
    ["python3 adapter.py", ["python3", "adapter.py"]],
    ["  python3\t-u  adapter.py ", ["python3", "-u", "adapter.py"]],
    ["'my program' \"two words\"", ["my program", "two words"]],
    ["a\\ b c\\\\d", ["a b", "c\\d"]],
    ["a'b'\"c\"d", ["abcd"]],
    ["a '' \"\"", ["a", "", ""]],
    ["'$HOME' '*' '|' \"a;b\"", ["$HOME", "*", "|", "a;b"]],
    ['"a\\"b" "c\\\\d" "e\\$f" "g\\h"', ['a"b', "c\\d", "e$f", "g\\h"]],
    ["'a\\b'", ["a\\b"]],
    ["run \\| \\$x", ["run", "|", "$x"]],
  ])("%s", (line, words) => {
    expect(wordsOf(line)).toEqual(words);
  });

  it.each([..."|&;<>()$`*?#~"])("refuses an unquoted %s, which nobody would act on", (character) => {
    expect(() => wordsOf(`a ${character}`)).toThrow(SubjectError);
    expect(() => wordsOf(`a ${character}`)).toThrow("there is no shell");
  });

  it.each(['"$HOME"', '"`id`"'])("refuses %s, where a shell would still act", (line) => {
    expect(() => wordsOf(line)).toThrow("there is no shell");
  });

  it.each([
    ["", "names no program"],
    ["  ", "names no program"],
    ["''", "names no program"],
    ["a 'b", "does not end"],
    ['a "b\\"', "does not end"],
    ["a\\", "ends in a backslash"],
  ])("refuses %j", (line, message) => {
    expect(() => wordsOf(line)).toThrow(message);
  });
});
