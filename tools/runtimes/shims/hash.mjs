// Stands in for `node:crypto` under the conformance suite, which wants its own HMACs at once and not as promises.
// Never under what is examined: that has to bring what the platform offers.

const word64 = (1n << 64n) - 1n;

/** The first bits of the fractional part of a root, which is where SHA-2 takes its constants from (FIPS 180-4). */
function fractionOfRoot(number, degree, bits) {
  const scaled = BigInt(number) << BigInt(bits * degree);
  let low = 0n;
  let high = 1n << BigInt(bits + 10);
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(degree) <= scaled) low = middle;
    else high = middle;
  }
  return low & ((1n << BigInt(bits)) - 1n);
}

const primes = Array.from({ length: 409 }, (_, index) => index + 2)
  .filter((one, _, all) => all.every((other) => other >= one || one % other !== 0))
  .slice(0, 80);

const shapes = {
  sha256: { bits: 32, rounds: 64, first: 0, out: 8 },
  sha384: { bits: 64, rounds: 80, first: 8, out: 6 },
  sha512: { bits: 64, rounds: 80, first: 0, out: 8 },
};

const bytesOf = (value) => (typeof value === "string" ? new TextEncoder().encode(value) : value);

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function padded(bytes, blockBytes) {
  const lengthBytes = blockBytes / 8;
  const blocks = Math.ceil((bytes.length + 1 + lengthBytes) / blockBytes);
  const whole = new Uint8Array(blocks * blockBytes);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  new DataView(whole.buffer).setBigUint64(whole.length - 8, BigInt(bytes.length) * 8n);
  return whole;
}

const tables = new Map();

function tableOf(name) {
  if (!tables.has(name)) {
    const { bits, rounds, first } = shapes[name];
    tables.set(name, {
      k: primes.slice(0, rounds).map((prime) => fractionOfRoot(prime, 3, bits)),
      h: primes.slice(first, first + 8).map((prime) => fractionOfRoot(prime, 2, bits)),
    });
  }
  return tables.get(name);
}

/** SHA-256 in numbers of 32 bits: most of what is asked for, some of it a megabyte long. */
function digest256(bytes) {
  const { k, h: start } = tableOf("sha256");
  const constants = Int32Array.from(k, (value) => Number(BigInt.asIntN(32, value)));
  const state = Int32Array.from(start, (value) => Number(BigInt.asIntN(32, value)));
  const turn = (x, by) => (x >>> by) | (x << (32 - by));
  const view = new DataView(padded(bytes, 64).buffer);
  const w = new Int32Array(64);
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const before = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const after = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = w[i - 16] + before + w[i - 7] + after;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[i] + w[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) state[index] += value;
  }
  const result = new DataView(new ArrayBuffer(32));
  for (const [index, value] of state.entries()) result.setInt32(index * 4, value);
  return new Uint8Array(result.buffer);
}

/** SHA-384 and SHA-512. */
function digest512(name, bytes) {
  const { rounds, out } = shapes[name];
  const { k, h: start } = tableOf(name);
  const turn = (x, by) => ((x >> by) | (x << (64n - by))) & word64;
  const view = new DataView(padded(bytes, 128).buffer);
  const state = [...start];
  for (let at = 0; at < view.byteLength; at += 128) {
    const w = [];
    for (let i = 0; i < 16; i++) w.push(view.getBigUint64(at + i * 8));
    for (let i = 16; i < rounds; i++) {
      const before = turn(w[i - 15], 1n) ^ turn(w[i - 15], 8n) ^ (w[i - 15] >> 7n);
      const after = turn(w[i - 2], 19n) ^ turn(w[i - 2], 61n) ^ (w[i - 2] >> 6n);
      w.push((w[i - 16] + before + w[i - 7] + after) & word64);
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < rounds; i++) {
      const one = h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + ((e & f) ^ (~e & word64 & g)) + k[i] + w[i];
      const two = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) & word64, c, b, a, (one + two) & word64];
    }
    for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] + value) & word64;
  }
  const result = new DataView(new ArrayBuffer(8 * out));
  for (const [index, value] of state.slice(0, out).entries()) result.setBigUint64(index * 8, value);
  return new Uint8Array(result.buffer);
}

const digest = (name, bytes) => (name === "sha256" ? digest256(bytes) : digest512(name, bytes));

function encoded(bytes, encoding) {
  if (encoding === "hex") return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (encoding !== undefined) throw new Error(`No encoding ${encoding} here.`);
  return bytes;
}

function collecting(finish) {
  const parts = [];
  const self = {
    update(part) {
      parts.push(bytesOf(part));
      return self;
    },
    digest: (encoding) => encoded(finish(joined(parts)), encoding),
  };
  return self;
}

export const createHash = (name) => collecting((data) => digest(name, data));

export function createHmac(name, secret) {
  const blockBytes = shapes[name].bits * 2;
  const given = bytesOf(secret);
  const key = new Uint8Array(blockBytes);
  key.set(given.length > blockBytes ? digest(name, given) : given);
  const inner = key.map((byte) => byte ^ 0x36);
  const outer = key.map((byte) => byte ^ 0x5c);
  return collecting((data) => digest(name, joined([outer, digest(name, joined([inner, data]))])));
}
