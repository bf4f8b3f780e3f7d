import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { PlainError } from '../project.mjs';

// What `npm test` and `npm start` set for their own project; it would misdirect an npm that runs
// elsewhere. The user's own settings (registry, proxy, cache) come through the same variables and stay.
const ofTheOuterRun =
  /^(npm_config_(local_|global_)?prefix|npm_config_(dry_run|global|omit|include|workspace)|npm_(package|lifecycle|command).*|node_env)$/i;

const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED)\b|network/;

/**
 * Runs npm with few and short retries, so that a machine without network is told so soon.
 *
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<void>} rejects with a {@link PlainError} if npm fails
 */
export function npm(args, cwd) {
  const cli = process.env.npm_execpath ?? '';
  const byPath = path.basename(cli) === 'npm-cli.js';
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ofTheOuterRun.test(name)),
  );
  const all = [
    ...args,
    ...['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', '--prefer-offline'],
    ...['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000'],
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(byPath ? process.execPath : 'npm', byPath ? [cli, ...all] : all, {
      cwd,
      env,
      shell: !byPath && process.platform === 'win32',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (data) => (errors += data));
    child.on('error', () => reject(new PlainError('npm is not there: install Node 20 with npm.')));
    child.on('close', (code) => (code === 0 ? resolve() : reject(explain(args, errors))));
  });
}

function explain(args, errors) {
  if (unreachable.test(errors)) {
    return new PlainError(
      'The npm registry can’t be reached. Check the network and start again; what is fetched is kept.',
    );
  }
  const reason = errors.split('\n').filter((line) => /npm error (?!code|A complete)/.test(line));
  const first = (reason[0] ?? errors.trim().split('\n')[0] ?? '').replace('npm error ', '');
  return new PlainError(`npm ${args[0]} failed: ${first}`);
}
