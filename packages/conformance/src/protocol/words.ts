import { SubjectError } from "../subject/check-subject.js";

/** What a shell would act on, and what is not acted on here: it must not look as if it was. */
const shellOnly = "|&;<>()$`*?#~";

function refuse(character: string): never {
  throw new SubjectError(
    `The command line has \`${character}\` outside quotes, and there is no shell to act on it. Quote it, or put the command into a script.`,
  );
}

/** Reads up to the closing quote. Between double quotes a backslash counts before `"`, `\`, `$` and a backtick. */
function quoted(line: string, start: number): { readonly text: string; readonly end: number } {
  const quote = line.charAt(start);
  let text = "";
  for (let index = start + 1; index < line.length; index++) {
    const character = line.charAt(index);
    if (character === quote) return { text, end: index };
    if (quote === '"' && (character === "$" || character === "`")) refuse(character);
    const next = line.charAt(index + 1);
    if (quote === '"' && character === "\\" && '"\\$`'.includes(next) && next !== "") {
      text += next;
      index += 1;
    } else {
      text += character;
    }
  }
  throw new SubjectError(`The command line has a quote (${quote}) that does not end.`);
}

/**
 * Splits a command line into words as a POSIX shell does, without a shell: blanks separate words; `'...'`, `"..."` and a
 * backslash keep what they protect. Nothing is expanded, and what only a shell could do is refused.
 *
 * @throws SubjectError for an empty line, an open quote, or an unquoted `|`, `&`, `;`, `<`, `>`, `(`, `)`, `$`, backtick,
 *   `*`, `?`, `#` or `~`.
 */
export function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index);
    if (/[ \t\r\n]/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (character === "'" || character === '"') {
      const { text, end } = quoted(line, index);
      word = `${word ?? ""}${text}`;
      index = end;
    } else if (character === "\\") {
      if (index + 1 === line.length) throw new SubjectError("The command line ends in a backslash.");
      index += 1;
      word = `${word ?? ""}${line.charAt(index)}`;
    } else {
      if (shellOnly.includes(character)) refuse(character);
      word = `${word ?? ""}${character}`;
    }
  }
  if (word !== undefined) words.push(word);
  if (words[0] === undefined || words[0] === "") throw new SubjectError("The command line names no program.");
  return words;
}
