// workerd, without its Node compatibility: the bundles as module workers, asked over HTTP.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";
import { during } from "./processes.mjs";

export const conditions = ["workerd", "worker"];

/** One worker and one socket for each bundle, on ports that are free. */
function configurationOf(parts) {
  const flags = 'compatibilityDate = "2026-11-01", compatibilityFlags = ["no_nodejs_compat", "no_nodejs_compat_v2"]';
  const services = parts.map((part) => `(name = "${part}", worker = .${part})`);
  const sockets = parts.map((part) => `(name = "${part}", address = "127.0.0.1:0", http = (), service = "${part}")`);
  const workers = parts.map(
    (part) =>
      `const ${part} :Workerd.Worker = (modules = [(name = "worker", esModule = embed "workerd-${part}.js")], ${flags});`,
  );
  return [
    'using Workerd = import "/workerd/workerd.capnp";',
    `const config :Workerd.Config = (services = [${services.join(", ")}], sockets = [${sockets.join(", ")}]);`,
    ...workers,
    "",
  ].join("\n");
}

/** The ports by part, once all of them are told. */
function portsIn(told, parts) {
  const ports = {};
  for (const line of told.split("\n").filter((one) => one.endsWith("}"))) {
    const { event, socket, port } = JSON.parse(line);
    if (event === "listen") ports[socket] = port;
  }
  return parts.every((part) => ports[part] !== undefined) ? ports : undefined;
}

async function ask(port, path = "") {
  const answer = await fetch(`http://127.0.0.1:${port}/${path}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return JSON.parse(text);
}

async function withWorkers(program, folder, parts, programs, work) {
  for (const part of parts) {
    const file = join(folder, `workerd-${part}.js`);
    await bundle({ program: join(programs, `portable-${part}.mjs`), hasSuite: part === "suite", file, conditions });
  }
  writeFileSync(join(folder, "workerd.capnp"), configurationOf(parts));
  const args = ["serve", "workerd.capnp", "--control-fd", "3"];
  return during(program, args, { cwd: folder, ready: (told) => portsIn(told, parts) }, work);
}

/** Only what a user does, by a program that finds the packages from where it lies. */
export function runSmokeOnWorkerd(program, folder, programs) {
  return withWorkers(program, folder, ["smoke"], programs, (ports) => ask(ports.smoke));
}

export function runOnWorkerd({ program }, folder, vendors) {
  return withWorkers(program, folder, ["smoke", "suite"], folder, async (ports) => {
    const values = [await ask(ports.smoke)];
    for (const vendor of vendors) values.push(await ask(ports.suite, vendor));
    return { values, problems: [] };
  });
}
