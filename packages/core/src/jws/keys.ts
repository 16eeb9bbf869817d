import { RoompassError } from "../errors/roompass-error.js";
import { type Algorithm, TokenKey } from "./token-key.js";

/** The keys of one account, for rotation: the first one signs, all of them verify. */
export class KeyRing {
  /** The key that signs. */
  readonly signer: TokenKey;
  /** All keys, the one that signs first. */
  readonly keys: readonly TokenKey[];
  readonly #byId = new Map<string, TokenKey>();

  /** @throws RoompassError `key.empty` without a key; `key.unsuitable` for what is not a key, or an id given twice. */
  constructor(keys: readonly TokenKey[]) {
    for (const key of keys) {
      if (!key) throw new RoompassError("key.empty", "One of the keys is missing.", { path: "keys" });
      if (!TokenKey.isKey(key)) {
        throw new RoompassError("key.unsuitable", "One of the keys was not made by importSecret or importKey.", {
          path: "keys",
        });
      }
      if (key.keyId === undefined) continue;
      if (this.#byId.has(key.keyId)) {
        throw new RoompassError("key.unsuitable", "Two keys have the same key id.", { path: "keys" });
      }
      this.#byId.set(key.keyId, key);
    }
    const [signer] = keys;
    if (signer === undefined) throw new RoompassError("key.empty", "There is no key.", { path: "keys" });
    this.signer = signer;
    this.keys = Object.freeze([...keys]);
  }

  /**
   * The keys that may verify a token with this header. Without `kid` these are all keys of the header's algorithm, with
   * one it is exactly the key of that id.
   *
   * @throws RoompassError `header.key-id` when no key has that id or it is one of another algorithm,
   * `header.algorithm` when no key has the header's algorithm.
   */
  candidates(header: Readonly<Record<string, unknown>>): readonly TokenKey[] {
    const { alg, kid } = header;
    if (kid !== undefined) {
      const key = this.#byId.get(kid as string);
      if (key === undefined || key.algorithm !== alg) {
        throw new RoompassError("header.key-id", "The header's `kid` is not that of a configured key.", {
          path: "header.kid",
        });
      }
      return [key];
    }
    const matching = this.keys.filter((key) => key.algorithm === (alg as Algorithm));
    if (matching.length > 0) return matching;
    throw new RoompassError("header.algorithm", "No configured key has the header's algorithm.", {
      path: "header.alg",
    });
  }
}

/** A ring of one key or several; see `KeyRing` for what is thrown. */
export function createKeyRing(keys: TokenKey | readonly TokenKey[]): KeyRing {
  return new KeyRing(Array.isArray(keys) ? (keys as readonly TokenKey[]) : [keys as TokenKey]);
}
