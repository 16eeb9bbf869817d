// Stops with one clear sentence on a Node that is too old, before anything else is loaded.
const NEEDED = [20, 19];

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(`roompass needs Node ${NEEDED.join(".")} or newer. This is Node ${process.versions.node}.`);
  process.exit(1);
}
