import { it } from "vitest";
import { roompass } from "./testing/fake-io.js";
import { exampleToken } from "./tour/example.js";

it("looks", async () => {
  const M =
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJkYXRhIjp7Imdsb2JhbFRva2VuIjp0cnVlLCJhcHBOYW1lIjoiaHlwcmhvc3QifSwiaWF0IjoxNjI3NzcwNDI2fQ.mVkFCexiE9UFHN8ujvsEVmXLllu2dXmF--4PzBFYjDY";
  for (const argv of [
    ["inspect", exampleToken],
    ["inspect", M],
    ["lint", M],
    ["lint", "--rules"],
    ["matrix", "--from", "daily", "--to", "metered"],
    ["matrix"],
    ["compare", exampleToken, M],
    ["translate", exampleToken, "--to", "videosdk", "--room-map", "hello=2kyv-gzay-64pg", "--trust-unverified"],
    ["translate", exampleToken, "--to", "metered", "--trust-unverified"],
    ["translate", exampleToken, "--to", "metered"],
    ["translate", M, "--to", "daily", "--trust-unverified"],
    ["inspect", "abcdefabcdefabcdefabcdefabcdefabcdef"],
    ["inspect", '{"room":"standup","exp":3, "rights":{"publsh":true}}'],
    ["inspect", '{"room":"standup","expiresIn":"1h", "rights":{"publish":["camera"]}}'],
    ["inspct", "x"],
    ["--help"],
    ["translate", "--help"],
    ["inspect", "--jsn", "x"],
    ["inspect", "a", "b"],
    ["translate", "x"],
    [],
    ["inspect", "--now", "1790000000000", "x"],
    ["inspect", "--file"],
    ["verify", "--secret=TEST-ONLY-abc"],
  ]) {
    const r = await roompass(argv);
    console.log(
      `$ ${argv.join(" ").slice(0, 90)}  [${r.code}]\n${r.stdout}${r.stderr === "" ? "" : `--- stderr\n${r.stderr}`}`,
    );
  }
});
