// @ts-check
import { fileURLToPath } from "node:url";
import { readOwnVectors } from "@roompass/conformance";
import { testConformance } from "@roompass/conformance/node-test";
import { subject } from "../src/conformance.js";

const own = await readOwnVectors(fileURLToPath(new URL("../", import.meta.url)), subject.adapter.vendor);
testConformance(subject, { own });
