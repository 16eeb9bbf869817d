import type * as Seam from "./sha256.js";

export const sha256: typeof Seam.sha256 = async (data) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", data as Uint8Array<ArrayBuffer>));
