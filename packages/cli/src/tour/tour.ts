import { randomBytes } from "node:crypto";
import { exitCodes } from "../exit-codes.js";
import { examplePage, exampleToken, tourNow } from "./example.js";
import { Stage, type StageOptions, TourFailure } from "./stage.js";

interface Inspection {
  readonly grant: Readonly<Record<string, unknown>>;
  readonly issuance: { readonly tenant?: string };
}

const videosdkRoom = "2kyv-gzay-64pg";

/** Keys for this run alone: made of chance, kept in memory, gone afterwards. */
function generatedKeys(domainId: string): Record<string, string> {
  return {
    DAILY_API_KEY: randomBytes(32).toString("hex"),
    DAILY_DOMAIN_ID: domainId,
    METERED_APP_NAME: "example-app",
    VIDEOSDK_API_KEY: "example-project",
    VIDEOSDK_SECRET: randomBytes(32).toString("hex"),
  };
}

async function readExample(stage: Stage): Promise<Inspection> {
  stage.chapter("What does a token grant?");
  stage.say("Daily prints an example token in its guide to meeting tokens:", examplePage);
  stage.say("The key that signed it is not known, so it can be read and not verified.");
  await stage.run(["inspect", exampleToken], { exitCode: exitCodes.fine });
  const json = await stage.run(["inspect", exampleToken, "--json"], { exitCode: exitCodes.fine, silent: true });
  return JSON.parse(json) as Inspection;
}

async function reissue(stage: Stage, { grant }: Inspection): Promise<string> {
  stage.chapter("Issue a token of our own");
  stage.say(
    "The same grant, issued again: signed with a key that was just generated and is kept in memory only. A grant says " +
      "the same thing for every vendor.",
  );
  const token = (
    await stage.run(["issue", "--provider", "daily", JSON.stringify(grant)], { exitCode: exitCodes.fine })
  ).trim();
  stage.chapter("Verify it");
  stage.say("Now there is a key, and the token holds up.");
  await stage.run(["verify", token, "--room", String(grant["room"])], { exitCode: exitCodes.fine, lines: 6 });
  stage.say("", "Daily's own example does not: it is signed with another key.");
  await stage.run(["verify", exampleToken], { exitCode: exitCodes.refused });
  return token;
}

async function move(stage: Stage, token: string, room: string): Promise<void> {
  stage.chapter("Move it to VideoSDK");
  stage.say("Rooms have other names there, so a table says which is which.");
  const map = `${room}=${videosdkRoom}`;
  await stage.run(["translate", token, "--to", "videosdk", "--room-map", map], { exitCode: exitCodes.fine });
  stage.chapter("Move it to Metered");
  stage.say("Metered mints tokens by request. What would be requested is known without sending anything.");
  await stage.run(["translate", token, "--to", "metered"], { exitCode: exitCodes.fine });
}

async function refuse(stage: Stage, grant: Inspection["grant"]): Promise<void> {
  stage.chapter("What cannot be moved is refused");
  stage.say(
    "This guest may send sound and nothing else. VideoSDK's tokens cannot say that: whoever is inside may send " +
      "everything. Translated all the same, the guest could share a screen and nobody would notice. So it is refused, " +
      "with what would change it.",
  );
  const guest = {
    room: grant["room"],
    expiresAt: tourNow + 3600,
    entry: "direct",
    participant: { id: "guest_7" },
    rights: { publish: ["microphone"], subscribe: true },
  };
  const issue = ["issue", "--provider", "daily", JSON.stringify(guest)];
  const token = (await stage.run(issue, { exitCode: exitCodes.fine, silent: true })).trim();
  await stage.run(["translate", token, "--to", "videosdk"], { exitCode: exitCodes.refused });
}

function whatNext(stage: Stage): void {
  stage.chapter("What next");
  stage.say("Try it with a token of your own. Nothing leaves your machine when you inspect.");
  stage.commands(
    "npx roompass inspect YOUR-TOKEN",
    "npx roompass matrix --from daily --to metered",
    "npx roompass --help",
  );
  stage.say(
    "To issue and verify, put your keys into the environment (DAILY_API_KEY, DAILY_DOMAIN_ID, ...) or into a file for " +
      "--credentials. They are never arguments.",
    "",
    "Or begin with the example from above:",
  );
  stage.commands(`npx roompass inspect ${exampleToken}`);
  stage.say("README.md shows the same as a library, and `npm test` runs all tests.");
}

/** The tour that `npm run tour` shows: one token read, issued, verified, moved twice and refused once. */
export async function tour(
  options: Omit<StageOptions, "env" | "now"> & { readonly env?: StageOptions["env"] },
): Promise<void> {
  const { env = {}, ...rest } = options;
  const reading = new Stage({ ...rest, env, now: tourNow });
  reading.say(
    "roompass: what a video meeting token grants, for every vendor in the same words.",
    "",
    "Every command below is real and runs now, without a network. The clock is set to 1 January 2026, so that the tour is the same on every day.",
  );
  const example = await readExample(reading);
  const { tenant } = example.issuance;
  const { room } = example.grant;
  if (tenant === undefined || typeof room !== "string") throw new TourFailure("The example could not be read.");
  const stage = reading.with({ ...env, ...generatedKeys(tenant) });
  const token = await reissue(stage, example);
  await move(stage, token, room);
  await refuse(stage, example.grant);
  whatNext(stage);
}
