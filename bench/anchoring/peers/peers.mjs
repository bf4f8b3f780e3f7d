// Adapters around published packages. Each has:
//   id, package, kind: 'peer' | 'baseline' | 'privileged', fuzzy, maxSize (largest document it is asked to do),
//   cap (only the first cases of each accuracy cell, for slow ones),
//   open(text, oldText) -> ctx, one(ctx, annotation) -> {start,end,score?} | null (a promise if `async`).
import { readFileSync } from 'node:fs';
import { exactPeers } from './exactPeers.mjs';
import { fuzzyPeers } from './fuzzyPeers.mjs';

const versionOf = (name) =>
  JSON.parse(
    readFileSync(new URL(`../../../node_modules/${name}/package.json`, import.meta.url), 'utf8'),
  ).version;

/** Each with the version of its package. A peer's methods may keep what they load on it. */
export const peers = [...fuzzyPeers, ...exactPeers].map((peer) => ({
  ...peer,
  version: peer.package ? versionOf(peer.package) : '-',
}));
