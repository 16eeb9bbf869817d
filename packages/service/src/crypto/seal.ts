import { sha256 } from "#sha256";

/** Encrypts for whoever knows a secret, and for one place. */
export interface Seal {
  close(text: string): Promise<string>;
  /** `undefined` for what was closed under another secret or for another place, or has been changed. */
  open(sealed: string): Promise<string | undefined>;
}

const NONCE_BYTES = 12;
const purpose = "roompass idempotency 2\n";

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/**
 * AES-GCM under a key that is derived from a secret. A caller's secret is random, not a password, so that one hash is enough
 * to derive from it.
 *
 * @param place What the text belongs to: whoever can write where it is kept cannot put it anywhere else.
 */
export async function createSeal(secret: string, place: string): Promise<Seal> {
  const additionalData = new TextEncoder().encode(place);
  const bytes = await sha256(new TextEncoder().encode(purpose + secret));
  const key = await crypto.subtle.importKey("raw", bytes as Uint8Array<ArrayBuffer>, "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  return {
    async close(text) {
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const closed = await crypto.subtle.encrypt(
        { name: "AES-GCM", iv, additionalData },
        key,
        new TextEncoder().encode(text),
      );
      return `${toBase64(iv)}.${toBase64(new Uint8Array(closed))}`;
    },
    async open(sealed) {
      try {
        const [iv = "", closed = ""] = sealed.split(".");
        const how = { name: "AES-GCM", iv: fromBase64(iv), additionalData };
        const opened = await crypto.subtle.decrypt(how, key, fromBase64(closed));
        return new TextDecoder().decode(opened);
      } catch {
        return undefined;
      }
    },
  };
}
