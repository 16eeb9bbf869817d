import { z } from "zod";
import { anything } from "./basics.js";
import { named } from "./components.js";

export const problem = named(
  "Problem",
  "An RFC 9457 problem. Branch on `code`; the words may change.",
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    cure: z.string(),
    path: z.string().optional(),
    errors: z
      .array(
        z.strictObject({
          path: z.string(),
          code: z.string(),
          message: z.string(),
          cure: z.string().optional(),
          remedy: anything.optional(),
        }),
      )
      .optional(),
    requestId: z.string(),
  }),
);
