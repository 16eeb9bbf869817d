import type { Finding } from "../errors/finding.js";

// Reduced to lower-case letters and digits, as the secret is before it is looked up. Collected from example files and
// habits, not from any list of leaked secrets.
const PLACEHOLDERS: ReadonlySet<string> = /* @__PURE__ */ new Set(
  [
    "secret your256bitsecret your384bitsecret your512bitsecret a256bitsecret mysecret",
    "secretkey mysecretkey yoursecret yoursecretkey supersecret supersecretkey topsecret",
    "sharedsecret jwtsecret jwtsecretkey yourjwtsecret signingkey tokensecret apisecret yourapisecret",
    "apikey yourapikey yourapikeyhere dailyapikey videosdksecret meteredsecretkey key mykey yourkey yourkeyhere",
    "password mypassword passw0rd changeme changeit replaceme pleasechangeme insertkeyhere",
    "test testing testsecret testkey dev devsecret development example examplesecret examplekey",
    "placeholder dummy foo foobar todo none null undefined nan objectobject xxx xxxxxxxx abc123 123456 12345678",
    "deadbeef keyboardcat shhh shhhhh",
  ]
    .join(" ")
    .split(" "),
);

const LONGEST_PLACEHOLDER = 64;

/** The warnings about a secret. `text` is its text where it has one: bytes of chance have no white space to warn of. */
export function findSecretProblems(text: string | undefined, byteLength: number, leastBytes: number): Finding[] {
  const findings: Finding[] = [];
  if (byteLength < leastBytes) {
    findings.push({
      id: "lint.short-key",
      severity: "warning",
      path: "secret",
      message: `The secret has ${byteLength} bytes; this algorithm wants at least ${leastBytes}.`,
      cure: "Use the vendor's full key, or make a longer random one.",
    });
  }
  if (text === undefined) return findings;
  if (text.trim() !== text || text.includes("\0") || text.includes("\ufeff")) {
    findings.push({
      id: "lint.secret-whitespace",
      severity: "warning",
      path: "secret",
      message: "The secret begins or ends with white space, or holds a NUL or a byte order mark; it is used as it is.",
      cure: "Remove it where the secret is stored, if the vendor's key does not have it.",
    });
  }
  if (text.length <= LONGEST_PLACEHOLDER && PLACEHOLDERS.has(text.toLowerCase().replaceAll(/[^a-z0-9]/g, ""))) {
    findings.push({
      id: "lint.placeholder-secret",
      severity: "warning",
      path: "secret",
      message: "The secret is a placeholder that everybody can guess.",
      cure: "Configure the vendor's real key.",
    });
  }
  return findings;
}
