import assert from 'node:assert/strict';
import { noMetadata } from '../../../src/core/paper/noMetadata.ts';
import { checksum } from '../../../src/core/store/checksum.ts';
import {
  copiesLike,
  keepCopy,
  likenessTo,
  listCopies,
  pathKey,
  readCopy,
  withoutCopy,
} from '../../../src/core/store/copies.ts';
import { fingerprintOf } from '../../../src/core/store/fingerprint.ts';
import { claim } from '../../support/annotations.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';

const printOf = (text: string) =>
  fingerprintOf({ bytes: checksum(text), size: text.length }, text, noMetadata);

function paper(uri: string, text: string, ...ids: readonly string[]) {
  const annotations = ids.map((id) => claim(id));
  return { record: { uri, annotations, roles: [], fingerprint: printOf(text) }, path: 'a.md' };
}

const at = (second: number) =>
  new Date(Date.parse('2026-03-02T09:00:00Z') + second * 1000).toISOString();

describe('copies of annotations', () => {
  it('are found by bytes, then by text, under any URI', async () => {
    const folder = memoryFolder();
    const byText = paper('file:///old/a.md', 'One\nriver', '1');
    const byBytes = paper('file:///old/b.md', 'One\r\nriver', '2');
    const none = paper('file:///old/c.md', 'Two', '4');
    for (const [index, each] of [byBytes, byText, none].entries()) {
      await keepCopy(folder, each, at(index));
    }
    const copies = await listCopies(folder);
    const found = copiesLike(copies, printOf('One\r\nriver'));
    assert.deepEqual(await Promise.all(found.map((copy) => readCopy(folder, copy))), [
      byBytes,
      byText,
    ]);
    assert.equal(likenessTo(byText, printOf('One\r\nriver')), 'text');
    assert.equal(found[0]?.path, pathKey('a.md'));
  });

  it('take the place of earlier ones, and go when there is nothing on the paper any more', async () => {
    const folder = memoryFolder();
    await keepCopy(folder, paper('file:///a.md', 'One', '1'), at(0));
    await keepCopy(folder, paper('file:///a.md', 'One, changed', '1', '2'), at(1));
    assert.equal(folder.files.size, 1);
    await keepCopy(folder, paper('file:///a.md', 'One'), at(2));
    assert.equal(folder.files.size, 0);
  });

  it('are missing, or older than what is on the paper', async () => {
    const folder = memoryFolder();
    const { record } = paper('file:///a.md', 'One', '1');
    assert.deepEqual(withoutCopy([record], []), [record]);
    await keepCopy(folder, { record, path: '' }, '2026-03-02T09:00:00.000Z');
    const copies = await listCopies(folder);
    const noted = (modified: string) => ({
      ...record,
      annotations: record.annotations.map((each) => ({ ...each, modified })),
    });
    const [earlier, later] = [noted('2026-03-01T09:00:00.000Z'), noted('2026-03-03T09:00:00.000Z')];
    assert.deepEqual([withoutCopy([earlier], copies), withoutCopy([later], copies)], [[], [later]]);
  });

  it('are at most a thousand; the oldest go', async () => {
    const folder = memoryFolder();
    await keepCopy(folder, paper('file:///0.md', 'One', '1'), at(0));
    const [first] = [...folder.files];
    assert.ok(first);
    const [name, bytes] = first;
    const uri = /-([0-9a-f]{16})-\d+\.json/u.exec(name)?.[1] ?? '';
    for (let index = 1; index < 1003; index += 1) {
      const other = name.replace(uri, index.toString(16).padStart(16, '0'));
      const time = Date.parse(at(index)).toString(36).padStart(9, '0');
      folder.files.set(time + other.slice(9), bytes);
    }
    await keepCopy(folder, paper('file:///last.md', 'Two', '2'), at(1003));
    const copies = await listCopies(folder);
    const last = copies.at(-1);
    assert.ok(last);
    assert.deepEqual(
      [copies.length, copies[0]?.uri, (await readCopy(folder, last))?.record.uri],
      [1000, (4).toString(16).padStart(16, '0'), 'file:///last.md'],
    );
  });

  it('say which store they are from, but none that is elsewhere', async () => {
    const folder = memoryFolder();
    const kept = { ...paper('file:///a.md', 'One', '1'), store: '0123456789abcdef' };
    await keepCopy(folder, kept, at(0));
    const [copy] = await listCopies(folder);
    assert.ok(copy);
    assert.deepEqual(await readCopy(folder, copy), kept);
    await keepCopy(folder, { ...kept, store: '../../elsewhere' }, at(1));
    const [other] = await listCopies(folder);
    assert.ok(other);
    assert.equal(await readCopy(folder, other), null);
  });

  it('that can’t be read are none', async () => {
    const folder = memoryFolder();
    await keepCopy(folder, paper('file:///a.md', 'One', '1'), at(0));
    const [copy] = await listCopies(folder);
    assert.ok(copy);
    folder.files.set(copy.name, new TextEncoder().encode('junk'));
    assert.equal(await readCopy(folder, copy), null);
    folder.fault = () => 'fail';
    assert.equal(await readCopy(folder, copy), null);
  });
});
