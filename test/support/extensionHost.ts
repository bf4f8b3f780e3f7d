import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { environmentValue } from './browser.ts';

/** Ends the extension hosts of the server, as a crash does: VS Code starts them again. Linux only. */
export function killExtensionHosts(): void {
  const all = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  const [server] = all.filter((id) =>
    read(id, 'cmdline').includes(environmentValue('TEST_SERVER_DATA')),
  );
  const hosts = all.filter(
    (id) =>
      read(id, 'cmdline').includes('--type=extensionHost') &&
      read(id, 'status').includes(`\nPPid:\t${server ?? 'none'}\n`),
  );
  for (const host of hosts) process.kill(Number(host), 'SIGKILL');
}

/** What the system tells of a process; empty if it is gone. */
function read(id: string, file: string): string {
  try {
    return readFileSync(path.join('/proc', id, file), 'utf8');
  } catch {
    return '';
  }
}
