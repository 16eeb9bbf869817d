import { describeConformance } from "@roompass/conformance/vitest";
import { subject } from "./conformance.js";

describeConformance(subject);
