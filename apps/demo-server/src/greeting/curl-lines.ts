import { exampleRoom } from "../vendors/vendor-setup.js";
import { exampleToken } from "./example-token.js";

/** A line for a shell, with what it is for. */
export interface CurlLine {
  readonly purpose: string;
  readonly line: string;
}

const json = `-H 'content-type: application/json'`;
const withKey = `-H "authorization: Bearer $API_KEY"`;

const grant = {
  room: exampleRoom,
  participant: { id: "u_1", name: "Alice" },
  expiresIn: "1h",
  rights: { publish: ["microphone", "camera"], subscribe: true },
};

function line(path: string, headers: string, body: object): string {
  return `curl -sS "$URL${path}" ${headers} -d '${JSON.stringify(body)}'`;
}

/** Lines that work as they stand in a shell that has `URL` and `API_KEY`. The README has the same. */
export const curlLines: readonly CurlLine[] = [
  { purpose: "Issue a token", line: line("/v1/tokens", `${withKey} ${json}`, { provider: "daily", grant }) },
  {
    purpose: "See what a token grants (needs no key)",
    line: line("/v1/tokens/inspect", json, { token: exampleToken }),
  },
  {
    purpose: "See what becomes of it at another vendor",
    line: line("/v1/translate", `${withKey} ${json}`, {
      token: exampleToken,
      from: "daily",
      to: "metered",
      trustUnverified: true,
    }),
  },
];

/** Sets what the lines above use. */
export function exportLine(url: string, key: string): string {
  return `export URL=${url} API_KEY=${key}`;
}
