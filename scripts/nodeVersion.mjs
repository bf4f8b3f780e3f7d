// Written so that old versions of Node can read it too.
import process from 'node:process';

const oldest = 20;

/** Ends the script with one line if this Node is older than what the project needs. */
export function requireNode() {
  if (Number(process.versions.node.split('.')[0]) >= oldest) return;
  console.error(`Node ${oldest} or newer is needed, this is ${process.versions.node}.`);
  process.exit(1);
}
