import type { Expectations } from "@roompass/core";
import type { Command } from "commander";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import { CommandError } from "../failures/command-error.js";
import { readSubject } from "../input/subject.js";
import { type ReadToken, readTokenText } from "../input/token-reader.js";
import {
  type CommonOptions,
  readChoice,
  readCount,
  readNow,
  withCredentials,
  withInput,
  withOutput,
} from "../options/common.js";
import { countFindings, findingLines } from "../output/findings.js";
import { paragraph } from "../output/layout.js";
import { readingLines } from "../output/reading.js";
import type { Screen } from "../output/screen.js";
import { summary } from "../output/summary.js";
import { tokenJson } from "../output/token-json.js";
import { type CheckedToken, checkToken } from "../vendors/check-token.js";
import { connect } from "../vendors/vendors.js";

interface VerifyOptions extends CommonOptions {
  readonly room?: string;
  readonly participant?: string;
  readonly purpose?: string;
  readonly allowNoExpiry?: true;
  readonly clockToleranceSeconds?: string;
  readonly remote?: true;
}

function readExpectations(options: VerifyOptions, now: number): Expectations {
  const { room, participant, purpose, clockToleranceSeconds } = options;
  return {
    now,
    ...(room === undefined ? {} : { room }),
    ...(participant === undefined ? {} : { participantId: participant }),
    ...(purpose === undefined ? {} : { purpose: readChoice(purpose, "--purpose", ["participant", "api"]) }),
    ...(options.allowNoExpiry === undefined ? {} : { allowNoExpiry: true }),
    ...(clockToleranceSeconds === undefined
      ? {}
      : { clockToleranceSeconds: readCount(clockToleranceSeconds, "--clock-tolerance-seconds", 0, 30) }),
  };
}

function verificationLines({ vendor }: ReadToken, { verified, checkedBy }: CheckedToken, screen: Screen): string[] {
  const { colours, width } = screen;
  const { displayName } = vendor.adapter;
  const authority = vendor.adapter.authority(verified.native, {});
  const how =
    checkedBy === "signature"
      ? "Its signature was made with your key, and it is valid now."
      : `${displayName} confirmed it, and it is valid now.`;
  return [
    `${colours.heading(`${displayName} token`)}, ${colours.good("verified")}`,
    ...paragraph(how, width, 2),
    "",
    ...paragraph(summary(verified.grant, authority, screen), width),
    "",
    ...readingLines({ grant: verified.grant, authority, issuance: verified.issuance }, screen),
    "",
    `${colours.heading("Warnings")}: ${countFindings(verified.warnings)}`,
    ...findingLines(verified.warnings, screen),
  ];
}

export function addVerify(program: Command, context: Context): void {
  const command = program
    .command("verify")
    .summary("check that a token is genuine and valid now")
    .description(
      "Checks form, signature, times and what you expect of the token. Signed tokens are checked here with your key; " +
        "Metered's by asking Metered, and Daily's by asking Daily when there is no DAILY_DOMAIN_ID.",
    )
    .argument("[token]", "a token, @FILE, or - for standard input");
  withCredentials(withOutput(withInput(command)))
    .option("--room <name>", "it has to be good for this room")
    .option("--participant <id>", "it has to be bound to this participant")
    .option("--purpose <purpose>", "participant (the default) or api")
    .option("--allow-no-expiry", "accept a token that never expires")
    .option("--clock-tolerance-seconds <seconds>", "how far two clocks may differ (30)")
    .option("--remote", "ask the vendor although the signature could be checked here (for Daily-signed tokens)")
    .addHelpText(
      "after",
      "\nExits with 1 when the token is refused, 2 when a key is missing, 3 when the\nvendor cannot be asked.\n\n" +
        "Examples:\n  roompass verify eyJhbGci... --room standup\n  roompass verify --file token.txt --credentials keys.env",
    );
  command.action(async (argument: string | undefined, options: VerifyOptions) => {
    const { io } = context;
    const now = readNow(options.now, io);
    const expectations = readExpectations(options, now);
    const subject = await readSubject({ argument, file: options.file, expected: "a token" }, io);
    if (subject.kind === "grant") {
      throw new CommandError("command.usage", "This is a grant; only a token can be verified.", {
        cure: "Issue a token for it: `roompass issue --provider NAME`.",
      });
    }
    if (subject.isUnwrapped) {
      // Not even by what everybody means is it made easier for something else to pass for a token.
      throw new CommandError(
        "command.not-a-token",
        "This is JSON with a token in it; only the token itself is verified.",
        {
          exitCode: exitCodes.refused,
          cure: "Give the member `token` alone, for example with `jq -r .token`.",
        },
      );
    }
    const read = readTokenText(subject.text, options.provider, now);
    const credentials = await context.credentials(options.credentials);
    const remote = options.remote === true;
    const connection = connect(read.vendor, remote ? "verify remotely" : "verify", { credentials, io, now });
    // Only what a shell or a file leaves at the ends is taken off; anything else around a token refuses it.
    const checked = await checkToken(subject.text.trim(), read, connection, expectations, remote);
    if (!options.json) {
      context.print(verificationLines(read, checked, context.screen(now)));
      return;
    }
    context.json({
      ...tokenJson(read.vendor, checked.verified),
      checkedBy: checked.checkedBy,
      claims: read.inspected.claims,
      header: read.inspected.header,
      warnings: checked.verified.warnings,
    });
  });
}
