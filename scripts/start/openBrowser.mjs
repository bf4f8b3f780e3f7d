import { spawn } from 'node:child_process';
import process from 'node:process';

/**
 * Opens an address in the user's browser; does nothing where there is no screen.
 *
 * @param {string} address
 */
export function openBrowser(address) {
  const command = commandFor(address);
  if (process.env.CI || !command) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  // The address is printed: without an opener the user follows it by hand.
  child.on('error', () => undefined);
  child.unref();
}

function commandFor(address) {
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  const hasScreen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return hasScreen ? ['xdg-open', address] : null;
}
