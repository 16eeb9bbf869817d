// Only what base64url-text.node.ts calls, for the same reason as in node-crypto.d.ts.
declare module "node:buffer" {
  interface EncodableBytes {
    toString(encoding: "base64url"): string;
  }
  export const Buffer: {
    from(text: string): EncodableBytes;
    from(bytes: ArrayBufferLike, offset: number, length: number): EncodableBytes;
  };
}
