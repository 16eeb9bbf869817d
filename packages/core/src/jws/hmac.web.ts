import type * as Seam from "./hmac.js";
import { importSubtleHmacKey } from "./web-crypto.js";

export const importHmacKey: typeof Seam.importHmacKey = (secret) => importSubtleHmacKey(secret, "SHA-256");
