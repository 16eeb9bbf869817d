import { isDigit, isFaithfulNumber, readEscape } from "./json-lexis.js";

/** What the scanner reports; the names are codes of the error list. */
export type JsonViolationCode =
  | "token.byte-order-mark"
  | "token.not-json"
  | "token.duplicate-name"
  | "token.forbidden-name"
  | "token.too-deep"
  | "token.too-many-names"
  | "token.bad-number";

export type JsonPath = readonly (string | number)[];

export interface JsonViolation {
  readonly code: JsonViolationCode;
  /** Member names and array indexes from the root to the value. */
  readonly path: JsonPath;
  /** Index into the text, in UTF-16 code units. */
  readonly offset: number;
}

export interface JsonScan {
  /**
   * The value, its objects without a prototype; `undefined` when the scan had to stop. Of a duplicate name the last
   * value is kept, as `JSON.parse` does; a member named `__proto__` is left out.
   */
  readonly value: unknown;
  /** In the order of the text, at most 64. Empty means: exactly one reading, the one every strict reader has. */
  readonly violations: readonly JsonViolation[];
}

/** Limits of one JSON text. Meeting tokens have three levels and a few dozen members. */
export const jsonLimits = { depth: 16, members: 256, violations: 64 } as const;

/**
 * Reads a JSON text (RFC 8259) and reports what `JSON.parse` hides: duplicate names (compared after unescaping), an own
 * `__proto__`, numbers that change when read (not finite, integers beyond 2^53, fractions that vanish), a byte order
 * mark. Goes on after those; stops at `token.not-json`, `token.too-deep` and `token.too-many-names`.
 * Minus zero is read as zero. Never throws, whatever the text.
 */
export function scanJson(text: string): JsonScan {
  return new JsonScanner(text).scan();
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const CLOSE_OBJECT = 0x7d;

// Fifteen digits always fit into 2^53.
const EXACT_DIGITS = 15;

/** Recursion is safe: it is never deeper than `jsonLimits.depth`. */
class JsonScanner {
  private readonly text: string;
  private position = 0;
  private depth = 0;
  private members = 0;
  private stopped = false;
  private readonly path: (string | number)[] = [];
  private readonly violations: JsonViolation[] = [];

  constructor(text: string) {
    this.text = text;
  }

  scan(): JsonScan {
    if (this.text.charCodeAt(0) === 0xfeff) {
      this.report("token.byte-order-mark", 0);
      this.position = 1;
    }
    this.skipBlanks();
    const value = this.readValue();
    this.skipBlanks();
    if (!this.stopped && this.position !== this.text.length) this.stop("token.not-json");
    return { value: this.stopped ? undefined : value, violations: this.violations };
  }

  private report(code: JsonViolationCode, offset: number): void {
    if (this.violations.length >= jsonLimits.violations) return;
    this.violations.push({ code, path: this.path.slice(0, this.depth), offset });
  }

  /** Called once: whoever reads a value returns at once when `stopped` is set. */
  private stop(code: JsonViolationCode): undefined {
    this.stopped = true;
    // The reason for stopping is reported even when the list is full.
    if (this.violations.length >= jsonLimits.violations) this.violations.pop();
    this.report(code, this.position);
  }

  private skipBlanks(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.position);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.position += 1;
    }
  }

  private readValue(): unknown {
    switch (this.text.charCodeAt(this.position)) {
      case 0x7b:
        return this.readObject();
      case 0x5b:
        return this.readArray();
      case QUOTE:
        return this.readString();
      case 0x74:
        return this.readWord("true", true);
      case 0x66:
        return this.readWord("false", false);
      case 0x6e:
        return this.readWord("null", null);
      default:
        return this.readNumber();
    }
  }

  private readWord(word: string, value: unknown): unknown {
    if (!this.text.startsWith(word, this.position)) return this.stop("token.not-json");
    this.position += word.length;
    return value;
  }

  private readObject(): unknown {
    if (this.depth >= jsonLimits.depth) return this.stop("token.too-deep");
    const level = this.depth;
    const result = Object.create(null) as Record<string, unknown>;
    this.depth += 1;
    this.path[level] = "";
    this.position += 1;
    this.skipBlanks();
    if (this.text.charCodeAt(this.position) === CLOSE_OBJECT) {
      this.position += 1;
      this.depth = level;
      return result;
    }
    for (;;) {
      const nameAt = this.position;
      if (this.text.charCodeAt(nameAt) !== QUOTE) return this.stop("token.not-json");
      const name = this.readString();
      if (name === undefined) return undefined;
      this.path[level] = name;
      this.members += 1;
      if (this.members > jsonLimits.members) return this.stop("token.too-many-names");
      const forbidden = name === "__proto__";
      if (forbidden) this.report("token.forbidden-name", nameAt);
      else if (name in result) this.report("token.duplicate-name", nameAt);
      this.skipBlanks();
      if (this.text.charCodeAt(this.position) !== COLON) return this.stop("token.not-json");
      this.position += 1;
      this.skipBlanks();
      const value = this.readValue();
      if (this.stopped) return undefined;
      if (!forbidden) result[name] = value;
      this.skipBlanks();
      const next = this.text.charCodeAt(this.position);
      if (next !== COMMA && next !== CLOSE_OBJECT) return this.stop("token.not-json");
      this.position += 1;
      if (next === CLOSE_OBJECT) break;
      this.skipBlanks();
    }
    this.depth = level;
    return result;
  }

  private readArray(): unknown {
    if (this.depth >= jsonLimits.depth) return this.stop("token.too-deep");
    const level = this.depth;
    const result: unknown[] = [];
    this.depth += 1;
    this.position += 1;
    this.skipBlanks();
    if (this.text.charCodeAt(this.position) === CLOSE_ARRAY) {
      this.position += 1;
      this.depth = level;
      return result;
    }
    for (;;) {
      this.path[level] = result.length;
      const value = this.readValue();
      if (this.stopped) return undefined;
      result.push(value);
      this.skipBlanks();
      const next = this.text.charCodeAt(this.position);
      if (next !== COMMA && next !== CLOSE_ARRAY) return this.stop("token.not-json");
      this.position += 1;
      if (next === CLOSE_ARRAY) break;
      this.skipBlanks();
    }
    this.depth = level;
    return result;
  }

  private readString(): string | undefined {
    const { text } = this;
    let from = this.position + 1;
    let read = "";
    for (let index = from; ; index += 1) {
      const code = text.charCodeAt(index);
      if (code === QUOTE) {
        this.position = index + 1;
        return read + text.slice(from, index);
      }
      if (code === BACKSLASH) {
        const escaped = readEscape(text, index + 1);
        if (escaped === undefined) return this.stop("token.not-json");
        read += text.slice(from, index) + escaped;
        index += text.charCodeAt(index + 1) === 0x75 ? 5 : 1;
        from = index + 1;
        continue;
      }
      // Control characters; at the end of the text the code is NaN, which fails every comparison.
      if (!(code >= 0x20)) {
        this.position = index;
        return this.stop("token.not-json");
      }
    }
  }

  /** Moves over decimal digits and says how many there were. */
  private skipDigits(): number {
    const from = this.position;
    while (isDigit(this.text.charCodeAt(this.position))) this.position += 1;
    return this.position - from;
  }

  private readNumber(): number | undefined {
    const { text } = this;
    const start = this.position;
    if (text.charCodeAt(start) === MINUS) this.position += 1;
    const leadingZero = text.charCodeAt(this.position) === ZERO;
    const digits = this.skipDigits();
    if (digits === 0 || (leadingZero && digits > 1)) return this.stop("token.not-json");
    const wholeEnd = this.position;
    if (text.charCodeAt(wholeEnd) === POINT) {
      this.position += 1;
      if (this.skipDigits() === 0) return this.stop("token.not-json");
    }
    const mantissaEnd = this.position;
    if ((text.charCodeAt(mantissaEnd) | 0x20) === 0x65) {
      this.position += 1;
      const sign = text.charCodeAt(this.position);
      if (sign === 0x2b || sign === MINUS) this.position += 1;
      if (this.skipDigits() === 0) return this.stop("token.not-json");
    }
    const value = Number(text.slice(start, this.position));
    const isExact = this.position === wholeEnd && digits <= EXACT_DIGITS;
    if (!isExact && !isFaithfulNumber(value, text.slice(start, mantissaEnd))) {
      this.report("token.bad-number", start);
    }
    // Minus zero plus zero is zero.
    return value + 0;
  }
}
