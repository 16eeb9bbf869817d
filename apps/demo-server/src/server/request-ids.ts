import { randomBytes } from "node:crypto";

/** Ids of this process: a random beginning and a number. Never taken from a request, so that nobody forges a line of a log. */
export function createRequestIds(): () => string {
  const beginning = randomBytes(9).toString("base64url");
  let number = 0;
  return () => {
    number += 1;
    return `${beginning}-${number.toString(36)}`;
  };
}
