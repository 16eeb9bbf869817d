import type { Grant } from "./grant.js";
import type { GrantInput } from "./grant-input.js";
import { type ParseGrantOptions, safeParseGrant } from "./parse-grant.js";
import { pathSegments } from "./path-text.js";

/** One problem as the Standard Schema describes problems. */
export interface GrantSchemaIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

export type GrantSchemaResult =
  | { readonly value: Grant; readonly issues?: undefined }
  | { readonly issues: readonly GrantSchemaIssue[] };

/** A Standard Schema (https://standardschema.dev), so that forms and servers can check grants without an adapter. */
export interface GrantSchema {
  /** The members that Standard Schema asks for; `validate` never throws for a value. */
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "roompass";
    readonly validate: (value: unknown) => GrantSchemaResult;
    readonly types?: { readonly input: GrantInput; readonly output: Grant };
  };
}

/**
 * The schema of a grant at one moment, because a schema has no clock: make it where the grant arrives.
 *
 * @throws RoompassError only for wrong options, with the codes of `safeParseGrant`. What is wrong with a grant comes back as
 * issues.
 */
export function grantSchema(options: ParseGrantOptions): GrantSchema {
  return {
    "~standard": {
      version: 1,
      vendor: "roompass",
      validate: (value) => {
        const result = safeParseGrant(value, options);
        if (result.ok) return { value: result.grant };
        return {
          issues: result.issues.map((issue) => ({
            message: `${issue.message} ${issue.cure}`,
            path: pathSegments(issue.path),
          })),
        };
      },
    },
  };
}
