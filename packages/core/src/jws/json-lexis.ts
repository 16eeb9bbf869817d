const ZERO = 0x30;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** The character that an escape stands for; `index` is that of the character after the backslash. */
export function readEscape(text: string, index: number): string | undefined {
  const letter = text.charAt(index);
  if (letter !== "u") return Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
  let unit = 0;
  for (let digit = index + 1; digit <= index + 4; digit += 1) {
    const value = hexValue(text.charCodeAt(digit));
    if (value < 0) return undefined;
    unit = unit * 16 + value;
  }
  return String.fromCharCode(unit);
}

/** Whether `value` says what the digits say. `mantissa` is the number's text without its exponent. */
export function isFaithfulNumber(value: number, mantissa: string): boolean {
  if (!Number.isFinite(value)) return false;
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return false;
  // Too small to be told from zero.
  if (value === 0) return !/[1-9]/.test(mantissa);
  // A fraction that rounding swallowed, as in 1700000000.00000000001.
  return !(Number.isInteger(value) && Number.isInteger(Number(mantissa)) && /\.0*[1-9]/.test(mantissa));
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= 0x39;
}

function hexValue(code: number): number {
  if (isDigit(code)) return code - ZERO;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
