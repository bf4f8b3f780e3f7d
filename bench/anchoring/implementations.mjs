// Ours, with and without the old text, and the peers.
import { loadCore } from '../../scripts/loadCore.mjs';
import { peers } from './peers/peers.mjs';

const ours = {
  id: 'ours',
  package: null,
  version: '-',
  what: 'anchorAll of this project',
  kind: 'ours',
  fuzzy: true,
  maxSize: '1m',
  async init() {
    this.batch = (await loadCore()).anchorAll;
  },
};

/** Every implementation; `old` ones are given the text that the annotations were made on. */
export const implementations = [
  ...peers,
  ours,
  { ...ours, id: 'ours (old text)', what: 'the same, given the old text', oldText: true },
];

/** One of them, ready to be used. */
export async function load(id) {
  const found = implementations.find((each) => each.id === id);
  if (!found) throw new Error(`no implementation ${id}`);
  await found.init?.();
  return found;
}

const rank = { '10k': 0, '100k': 1, '1m': 2 };

/** Whether an implementation is asked to do documents of a size. */
export const does = (implementation, size) => rank[size] <= rank[implementation.maxSize];
