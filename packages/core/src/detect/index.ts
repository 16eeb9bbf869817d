export { detect } from "./detect.js";
export { detectClaims } from "./detect-claims.js";
export type { Candidate, Detection } from "./detection.js";
