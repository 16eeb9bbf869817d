/** Shorter pieces than this say nothing worth hiding, and ordinary words would be hit. */
const shortestPiece = 8;

/** Letters of either case and both base64 alphabets are one; the length stays, so that places stay comparable. */
function plainForm(text: string): string {
  return text
    .replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

/**
 * Replaces every piece of `text` that also stands in one of `sensitive`: eight characters and more, or the whole of a
 * shorter one. A cut, quoted or joined echo is found just like a whole one.
 */
export function redactPieces(text: string, sensitive: readonly string[], replacement: string): string {
  const pieces = new Map<number, Set<string>>();
  for (const whole of sensitive) {
    const plain = plainForm(whole);
    const size = Math.min(shortestPiece, plain.length);
    if (size === 0) continue;
    const known = pieces.get(size) ?? new Set();
    pieces.set(size, known);
    for (let start = 0; start + size <= plain.length; start += 1) known.add(plain.slice(start, start + size));
  }
  const plain = plainForm(text);
  const hidden = new Uint8Array(text.length);
  for (const [size, known] of pieces) {
    for (let start = 0; start + size <= plain.length; start += 1) {
      if (known.has(plain.slice(start, start + size))) hidden.fill(1, start, start + size);
    }
  }
  let result = "";
  for (let index = 0; index < text.length; index += 1) {
    if (hidden[index] !== 1) result += text[index];
    else if (hidden[index - 1] !== 1) result += replacement;
  }
  return result;
}
