// The type of the seam `#sha256`. Node answers at once, everywhere else `crypto.subtle` answers later.

/** SHA-256 of some bytes: 32 bytes. */
export declare function sha256(data: Uint8Array): Uint8Array | Promise<Uint8Array>;
