// Only what hmac.node.ts calls. Loading all of Node's types here would make Buffer and process visible to the
// portable files of this package, and the compiler could no longer tell that they run in browsers and workers.
declare module "node:crypto" {
  interface SecretKey {
    readonly type: string;
  }
  interface HmacComputation {
    update(data: Uint8Array): HmacComputation;
    digest(): Uint8Array;
  }
  export function createSecretKey(bytes: Uint8Array): SecretKey;
  export function createHmac(hash: string, key: SecretKey): HmacComputation;
  export function hash(algorithm: string, data: Uint8Array, encoding: "buffer"): Uint8Array;
  export function hash(algorithm: string, data: Uint8Array, encoding: "base64url" | "binary"): string;
  export function timingSafeEqual(left: Uint8Array, right: Uint8Array): boolean;
}
