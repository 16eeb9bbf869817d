// The type of the seam `#sha256`. Node answers at once, everywhere else `crypto.subtle` answers later.

/** SHA-256 of some bytes: 32 bytes. */
export declare function sha256(data: Uint8Array): Uint8Array | Promise<Uint8Array>;

/** SHA-256 of some bytes, or of a text's UTF-8 bytes, as 64 lower-case hex digits. */
export declare function sha256Hex(data: Uint8Array | string): string | Promise<string>;
