import { type IssueResult, inspectToken } from "@roompass/core";
import type { Command } from "commander";
import type { Context } from "../context.js";
import { CommandError } from "../failures/command-error.js";
import { readSubject } from "../input/subject.js";
import { type CommonOptions, readChoice, readNow, withCredentials, withFile, withOutput } from "../options/common.js";
import { countFindings, findingLines } from "../output/findings.js";
import { expiryText, joinLines } from "../output/issued.js";
import { listOf, paragraph } from "../output/layout.js";
import { jsonLines } from "../output/printable.js";
import { reportLines } from "../output/report.js";
import type { Screen } from "../output/screen.js";
import { tokenJson } from "../output/token-json.js";
import type { Connection } from "../vendors/connection.js";
import type { Vendor } from "../vendors/vendor.js";
import { checkMethod, connect, vendorNamed, vendorNames } from "../vendors/vendors.js";

interface IssueOptions extends CommonOptions {
  readonly plan?: true;
  readonly method?: string;
}

function refusePlan(vendor: Vendor): never {
  throw new CommandError(
    "command.usage",
    `${vendor.adapter.displayName} tokens are signed here: there is no request.`,
    {
      path: "--plan",
      cure: "Leave out `--plan`.",
    },
  );
}

function showPlan(
  input: unknown,
  vendor: Vendor,
  connection: Connection,
  options: IssueOptions,
  context: Context,
): void {
  const plan = connection.plan === undefined ? refusePlan(vendor) : connection.plan(input);
  if (options.json) context.json({ provider: vendor.name, plan });
  else context.print(jsonLines(plan));
}

function issuedLines(vendor: Vendor, issued: IssueResult<string, unknown>, screen: Screen): string[] {
  const { colours } = screen;
  const direction = { from: vendor.name, to: vendor.name };
  const report = reportLines(issued.report, direction, screen);
  return [
    ...paragraph(
      `${colours.heading(`${vendor.adapter.displayName} token`)} ${colours.good("issued")}. ${expiryText(issued, screen)}`,
      screen.width,
    ),
    ...(report.length === 0 ? [] : ["", colours.heading("What the token has no place for"), ...report]),
    ...joinLines(vendor.adapter.join(issued.grant), screen),
    ...(issued.warnings.length === 0
      ? []
      : [
          "",
          `${colours.heading("Warnings")}: ${countFindings(issued.warnings)}`,
          ...findingLines(issued.warnings, screen),
        ]),
  ];
}

function issuedJson(vendor: Vendor, issued: IssueResult<string, unknown>, now: number): Record<string, unknown> {
  const { claims, header } = inspectToken(issued.token, vendor.adapter, { now });
  return {
    ...tokenJson(vendor, issued),
    token: issued.token,
    claims,
    header,
    report: issued.report,
    warnings: issued.warnings,
  };
}

async function runIssue(argument: string | undefined, options: IssueOptions, context: Context): Promise<void> {
  const { io } = context;
  const now = readNow(options.now, io);
  if (options.provider === undefined) {
    throw new CommandError(
      "command.usage",
      "`--provider` is missing: a grant does not say whose token it is to become.",
      {
        path: "--provider",
        cure: `Name one of ${listOf(vendorNames)}.`,
      },
    );
  }
  const vendor = vendorNamed(options.provider, "--provider");
  const method = options.method === undefined ? undefined : readChoice(options.method, "--method", ["sign", "request"]);
  checkMethod(vendor, method);
  if (options.plan && method === "sign") {
    throw new CommandError("command.usage", "`--plan` shows a request, and `--method sign` sends none.", {
      path: "--plan",
      cure: "Leave out one of the two.",
    });
  }
  const subject = await readSubject(
    { argument, file: options.file, expected: "a grant as JSON", argumentIsFile: true },
    io,
  );
  if (subject.kind === "token") {
    throw new CommandError("command.usage", "This is a token; `issue` takes a grant as JSON.", {
      cure: "Move a token to another vendor with `roompass translate`; see a grant's form with `roompass inspect TOKEN --json`.",
    });
  }
  if (options.plan && !vendor.adapter.issuance.includes("request")) refusePlan(vendor);
  const credentials = await context.credentials(options.credentials);
  const connection = connect(vendor, options.plan ? "plan" : "issue", { credentials, io, now, method });
  if (options.plan) {
    showPlan(subject.input, vendor, connection, options, context);
    return;
  }
  const issued = await connection.issue(subject.input);
  if (options.json) {
    context.json(issuedJson(vendor, issued, now));
    return;
  }
  context.note(issuedLines(vendor, issued, context.noteScreen(now)));
  context.print([issued.token]);
}

const help = `
Without --json the token stands alone on standard output; what there is to say
about it goes to error output. Exits with 1 when the grant is refused, 2 when a
key is missing, 3 when the vendor fails.

Examples:
  roompass issue --provider daily grant.json
  echo '{ "room": "a", "expiresIn": "1h" }' | roompass issue --provider metered
  roompass issue --provider metered --plan grant.json`;

export function addIssue(program: Command, context: Context): void {
  const command = program
    .command("issue")
    .summary("issue a token for a grant")
    .description("Issues a token that says exactly what a grant says, and nothing more; or refuses.")
    .argument("[grant]", "a file with the grant, the grant as JSON, or - for standard input");
  withCredentials(withOutput(withFile(command)))
    .option("--provider <name>", `whose token it becomes (${vendorNames.join(", ")}); always needed`)
    .option("--plan", "print the request that would mint it, without the secret, and send nothing")
    .option("--method <way>", "sign or request, where a vendor has both")
    .addHelpText("after", help);
  command.action((argument: string | undefined, options: IssueOptions) => runIssue(argument, options, context));
}
