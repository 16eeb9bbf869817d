export { type CodeEntry, type ErrorCode, errorCodes, type Phase } from "./codes.js";
export type { Finding, Severity } from "./finding.js";
export { RoompassError, type RoompassErrorOptions } from "./roompass-error.js";
