// Stands in for `node:crypto` under the conformance suite, which wants its own HMACs at once and not as promises.
// Never under what is examined: that has to bring what the platform offers.
import { hmac } from "@noble/hashes/hmac.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";

const hashes = { sha256, sha384, sha512 };

const bytesOf = (value) => (typeof value === "string" ? new TextEncoder().encode(value) : value);

function encoded(bytes, encoding) {
  if (encoding === "hex") return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (encoding !== undefined) throw new Error(`No encoding ${encoding} here.`);
  return bytes;
}

function collecting(hash) {
  const self = {
    update(part) {
      hash.update(bytesOf(part));
      return self;
    },
    digest: (encoding) => encoded(hash.digest(), encoding),
  };
  return self;
}

export const createHash = (name) => collecting(hashes[name].create());

export const createHmac = (name, secret) => collecting(hmac.create(hashes[name], bytesOf(secret)));
