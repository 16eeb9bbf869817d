// The tables of the core vectors; one file is made of each.
import limits from "./core-limits.mjs";
import names from "./core-names.mjs";
import time from "./core-time.mjs";
import verifyClaims from "./core-verify-claims.mjs";
import verifyExpectations from "./core-verify-expectations.mjs";
import verifyForeign from "./core-verify-foreign.mjs";
import verifyForm from "./core-verify-form.mjs";
import verifyHeader from "./core-verify-header.mjs";
import verifySignature from "./core-verify-signature.mjs";

export const coreTables = [
  limits,
  names,
  time,
  verifyClaims,
  verifyExpectations,
  verifyForeign,
  verifyForm,
  verifyHeader,
  verifySignature,
];
