// What speaks HTTP needs `Request`, `Response` and `URL`: of a browser's types, or of Node's.
import * as conformance from "@roompass/conformance";
import * as nodeTest from "@roompass/conformance/node-test";
import * as order from "@roompass/conformance/order";
import { subject } from "@roompass/daily/conformance";
import * as emulators from "@roompass/emulators";
import * as emulatorsOnNode from "@roompass/emulators/node";
import * as service from "@roompass/service";

export const modules = [conformance, nodeTest, order, emulators, emulatorsOnNode, service];

/** A package's own subject is one of the suite's. */
export const run = (): Promise<conformance.SuiteRun> => conformance.runSuite(subject);
