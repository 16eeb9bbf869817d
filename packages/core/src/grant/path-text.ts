const plainName = /^[A-Za-z_$][\w$-]{0,63}$/;
const unprintable = /[^\x20-\x7e]/g;
const longestQuotedName = 64;

/** A name inside `parent`: `rights.publish`, or `rights["we ird"]` where a dot would mislead. */
export function memberPath(parent: string, name: string): string {
  if (plainName.test(name)) return parent === "" ? name : `${parent}.${name}`;
  return `${parent}[${quoteName(name)}]`;
}

/** A place in a list: `room.anyOf[0]`. */
export function elementPath(parent: string, index: number): string {
  return `${parent}[${index}]`;
}

/** The members and places of a path: `room.anyOf[0]` is `["room", "anyOf", 0]`. */
export function pathSegments(path: string): (string | number)[] {
  const segments: (string | number)[] = [];
  for (const match of path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)) {
    if (match[1] !== undefined) segments.push(Number(match[1]));
    else if (match[2] !== undefined) segments.push(String(JSON.parse(match[2])));
    else segments.push(match[0]);
  }
  return segments;
}

/** Names come from outside and end up in logs: no control characters, no text that turns around, bounded length. */
function quoteName(name: string): string {
  const shown = name.length > longestQuotedName ? `${name.slice(0, longestQuotedName)}...` : name;
  return JSON.stringify(shown).replace(unprintable, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
