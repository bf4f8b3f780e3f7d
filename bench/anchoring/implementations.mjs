// Ours, with and without the old text, and the peers.
import { loadCore } from '../../scripts/loadCore.mjs';
import { peers } from './peers/peers.mjs';

const ours = {
  id: 'ours',
  package: null,
  version: '-',
  what: 'anchorAll of this project, given what Hypothesis stores',
  kind: 'ours',
  fuzzy: true,
  maxSize: '1m',
  async init() {
    this.batch = (await loadCore()).anchorAll;
  },
};

/** Given what the project itself stores of a passage: more context, and the heading above. */
const asStored = {
  ...ours,
  id: 'ours (as stored)',
  what: 'the same, given what describeRange stores',
  isTimed: false,
  async init() {
    const { anchorAll, describeRange } = await loadCore();
    this.batch = anchorAll;
    this.describe = describeRange;
  },
};

/** Each annotation as if it were the only one of its paper. */
const alone = {
  ...asStored,
  id: 'ours (alone)',
  what: `${asStored.what}, one annotation at a time`,
  maxSize: '100k',
  async init() {
    const { anchorAll, describeRange } = await loadCore();
    this.batch = (text, targets, options) =>
      targets.map((target) => anchorAll(text, [target], options)[0]);
    this.describe = describeRange;
  },
};

/**
 * Every implementation; `oldText` ones are given the text that the annotations were made on. All have the same
 * selectors, but those that `describe` passages themselves.
 */
export const implementations = [
  ...peers,
  ours,
  asStored,
  alone,
  { ...ours, id: 'ours (old text)', what: `${ours.what}, and the old text`, oldText: true },
  {
    ...asStored,
    id: 'ours (as stored + old text)',
    what: `${asStored.what}, and the old text`,
    oldText: true,
  },
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
