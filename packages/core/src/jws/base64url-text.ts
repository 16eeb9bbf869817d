/**
 * The seam `#base64url-text`: `base64url-text.node.ts` and `base64url-text.web.ts` implement exactly this, and an import
 * condition picks one. Unpadded base64url (RFC 4648 section 5) of the UTF-8 bytes of a text.
 */
export declare function base64urlOfText(text: string): string;

/** Unpadded base64url of bytes. */
export declare function base64urlOfBytes(bytes: Uint8Array): string;

/**
 * The bytes of canonical base64url, where the platform is faster at it; `undefined` for every other text, and everywhere
 * else: then `readBase64url` has the say.
 */
export declare function bytesOfBase64url(text: string): Uint8Array | undefined;
