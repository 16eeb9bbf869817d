import { type RequestPlan, RoompassError } from "@roompass/core";
import { isObject, sameValue } from "@roompass/core/kit";

/** An app's name is the first label of its host: nothing else may get into the address. */
const appNamePattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Where an app's REST interface is. The name is checked strictly, since it becomes part of a host name.
 *
 * @throws RoompassError `provider.settings` for anything that is not one plain DNS label, with other words for none at all.
 * @see https://www.metered.ca/docs/rest-api/post-generate-access-token-api
 */
export function baseUrl(appName: string): string {
  if (appName === "") {
    throw new RoompassError("provider.settings", "Metered needs the app's name.", {
      path: "appName",
      cure: "Pass `appName` or set METERED_APP_NAME: the part before `.metered.live`, such as `my-app`.",
    });
  }
  if (typeof appName !== "string" || !appNamePattern.test(appName)) {
    throw new RoompassError("provider.settings", "The app name is not a single plain label.", {
      path: "appName",
      cure: "Give the part before `.metered.live`, such as `my-app`.",
    });
  }
  return `https://${appName}.metered.live/api/v1`;
}

/** `POST /token`: mints a token. The secret belongs into the query, and is kept apart from the plan. */
export function planMint(base: string, body: Readonly<Record<string, unknown>>): RequestPlan {
  return {
    vendor: "metered",
    method: "POST",
    url: `${base}/token`,
    headers: {},
    body,
    secret: { in: "query", name: "secretKey" },
  };
}

/**
 * `POST /token/validate`: asks whether a token is genuine. The vendor documents no secret for this call.
 *
 * @see https://metered.ca/docs/rest-api/post-validate-token-api
 */
export function planValidate(base: string, token: string): RequestPlan {
  return { vendor: "metered", method: "POST", url: `${base}/token/validate`, headers: {}, body: { token } };
}

type Members = Readonly<Record<string, unknown>>;

/** What only Metered's answers to failed calls have. */
const failureMarks = ["error", "eventCode"];

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && value !== false;
}

/**
 * The claims in a validate answer: `{ data: ... }`, or the data itself. Which of the two the service sends is not
 * documented, so both are read. Anything else does not confirm, nor does what Metered's other calls say of a failure.
 */
function validatedClaims(body: Members): Members | undefined {
  const { data, success } = body;
  if ((success !== undefined && success !== true) || failureMarks.some((name) => isFilled(body[name])))
    return undefined;
  if (isObject(data)) return body;
  return typeof body["appName"] === "string" ? { data: body } : undefined;
}

/**
 * Whether a validate answer with a 2xx status repeats the claims of the token: all of `data`, and of the times beside it
 * those that the answer has.
 *
 * @see https://metered.ca/docs/rest-api/post-validate-token-api
 */
export function confirmsClaims(body: Members, claims: Members): boolean {
  const confirmed = validatedClaims(body);
  if (confirmed === undefined || !sameValue(confirmed["data"], claims["data"])) return false;
  return ["iat", "exp", "nbf"].every((name) => confirmed[name] === undefined || confirmed[name] === claims[name]);
}
