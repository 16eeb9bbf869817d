// Only what base64url-text.node.ts and hmac.node.ts call, for the same reason as in node-crypto.d.ts.
declare module "node:buffer" {
  interface EncodableBytes extends Uint8Array {
    toString(encoding?: "base64url"): string;
  }
  interface WritableBytes extends Uint8Array {
    latin1Write(text: string, offset: number): number;
  }
  export const Buffer: {
    alloc(length: number): WritableBytes;
    from(text: string, encoding?: "base64url"): EncodableBytes;
    from(bytes: ArrayBufferLike, offset: number, length: number): EncodableBytes;
  };
}
