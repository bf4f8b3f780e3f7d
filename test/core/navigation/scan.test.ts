import assert from 'node:assert/strict';
import type { IndexedFile } from '../../../src/core/navigation/indexCache.ts';
import { finish } from '../../../src/core/paper/steps.ts';
import { scan, summarySteps, type ScanPorts } from '../../../src/core/navigation/scan.ts';

const paperText = '# Rivers\n\nSome text.\n';

/** A disk of texts by URI; what was read and accepted is kept. */
function disk(texts: Readonly<Record<string, string>>) {
  const read: string[] = [];
  const accepted: IndexedFile[] = [];
  let parsing = 0;
  const ports: ScanPorts = {
    stamp: (uri) => {
      const text = texts[uri];
      return Promise.resolve(text === undefined ? null : { mtime: 1, size: text.length });
    },
    read: ({ uri }) => {
      read.push(uri);
      return Promise.resolve(texts[uri] ?? null);
    },
    pause: () => {
      parsing += 1;
      return Promise.resolve();
    },
    isCancelled: () => false,
    accept: (file) => accepted.push(file),
  };
  return { ports, read, accepted, pauses: () => parsing };
}

const file = (name: string) => ({ uri: name, name });

describe('scan', () => {
  it('reads every file, with pauses before and while each is parsed', async () => {
    const { ports, accepted, pauses } = disk({ 'a.md': paperText, 'b.md': paperText });
    const result = await scan([file('a.md'), file('b.md')], new Map(), 1000, ports);
    assert.deepEqual(result, { parsed: 2, unchanged: 0, unreadable: 0 });
    assert.deepEqual(
      accepted.map(({ uri }) => uri),
      ['a.md', 'b.md'],
    );
    assert.ok(pauses() > 20);
  });

  it('keeps what did not change without reading it', async () => {
    const { ports, accepted, read } = disk({ 'a.md': paperText });
    const known: IndexedFile = {
      uri: 'a.md',
      mtime: 1,
      size: paperText.length,
      format: 'markdown',
      summary: null,
    };
    const result = await scan([file('a.md')], new Map([['a.md', known]]), 1000, ports);
    assert.deepEqual([result.unchanged, read, accepted], [1, [], [known]]);
  });

  it('remembers files over the limit without reading them, and leaves out what is gone', async () => {
    const { ports, accepted, read } = disk({ 'big.md': paperText });
    const result = await scan([file('big.md'), file('gone.md')], new Map(), 5, ports);
    assert.deepEqual([result.unreadable, read], [2, []]);
    assert.deepEqual(accepted, [
      { uri: 'big.md', mtime: 1, size: paperText.length, format: null, summary: null },
    ]);
  });

  it('has no summary for a text that does not look like a paper', async () => {
    const { ports, accepted } = disk({ 'todo.txt': 'milk' });
    await scan([file('todo.txt')], new Map(), 1000, ports);
    assert.deepEqual(accepted, [
      { uri: 'todo.txt', mtime: 1, size: 4, format: 'text', summary: null },
    ]);
  });

  it('takes the summary that a reader made elsewhere, without parsing', async () => {
    const { ports, accepted, pauses } = disk({ 'a.pdf': '%PDF' });
    const summary = finish(summarySteps({ name: 'a.md' }, paperText));
    const read = () => Promise.resolve(summary);
    const result = await scan([file('a.pdf')], new Map(), 1000, { ...ports, read });
    assert.deepEqual([result.parsed, pauses()], [1, 0]);
    assert.deepEqual(accepted, [{ uri: 'a.pdf', mtime: 1, size: 4, format: 'markdown', summary }]);
  });

  it('stops when it is cancelled', async () => {
    const { ports, accepted } = disk({ 'a.md': paperText });
    await scan([file('a.md')], new Map(), 1000, { ...ports, isCancelled: () => true });
    assert.deepEqual(accepted, []);
  });

  it('does not parse when it is cancelled while it waits', async () => {
    const { ports, accepted } = disk({ 'a.md': paperText });
    let cancelled = false;
    await scan([file('a.md')], new Map(), 1000, {
      ...ports,
      pause: () => {
        cancelled = true;
        return Promise.resolve();
      },
      isCancelled: () => cancelled,
    });
    assert.deepEqual(accepted, []);
  });
});

describe('scan of a long paper', () => {
  it('pauses more often the longer the paper is', async () => {
    const pausesFor = async (name: string, paragraphs: number): Promise<number> => {
      const { ports, pauses } = disk({
        [name]: `Words ${'and words '.repeat(50)}end.\n\n`.repeat(paragraphs),
      });
      await scan([file(name)], new Map(), 1_000_000, ports);
      return pauses();
    };
    for (const name of ['a.md', 'a.txt'])
      assert.ok((await pausesFor(name, 1000)) >= (await pausesFor(name, 50)) + 10);
  });

  it('stops within a paper when it is cancelled', async () => {
    const { ports, accepted, pauses } = disk({ 'a.md': paperText.repeat(50) });
    await scan([file('a.md')], new Map(), 10_000, { ...ports, isCancelled: () => pauses() > 3 });
    assert.equal(pauses(), 4);
    assert.deepEqual(accepted, []);
  });
});
