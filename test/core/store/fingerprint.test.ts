import assert from 'node:assert/strict';
import { noMetadata } from '../../../src/core/paper/noMetadata.ts';
import { checksum } from '../../../src/core/store/checksum.ts';
import { fingerprintOf, likenessOf, statement } from '../../../src/core/store/fingerprint.ts';

const range = { start: 0, end: 0 };
const fileOf = (text: string) => ({ bytes: checksum(text), size: text.length });

function metadata(title: string, author: string, date: string) {
  const person = { name: author, range, rank: null, affiliations: [] };
  return {
    title: { text: title, range },
    people: author === '' ? [] : [person],
    date: date === '' ? null : { text: date, iso: date, range },
  };
}

const of = (text: string, stated: Parameters<typeof fingerprintOf>[2] = noMetadata) =>
  fingerprintOf(fileOf(text), text, stated);

describe('two fingerprints', () => {
  it('are of one file by its bytes', () => {
    assert.equal(likenessOf(of('One river.\n'), of('One river.\n')), 'bytes');
  });

  it('are of one text whatever its line ends and byte order mark', () => {
    assert.equal(likenessOf(of('One\nriver.\n'), of('\uFEFFOne\r\nriver.\r\n')), 'text');
  });

  it('are of one paper by title, authors and date, in any case and spacing', () => {
    const a = of('x', metadata('Sharing a River', 'Ana Lyst', '2026-01'));
    assert.equal(
      likenessOf(a, of('y', metadata('SHARING  a river', 'Ana Lyst', '2026-01'))),
      'paper',
    );
    assert.equal(likenessOf(a, of('y', metadata('Sharing a River', 'Bo Lyst', '2026-01'))), null);
    assert.equal(likenessOf(a, of('y', metadata('Sharing a River', 'Ana Lyst', '2026-02'))), null);
  });

  it('are not alike by a title alone, nor by having no text', () => {
    const titled = metadata('Annual Report', '', '');
    assert.equal(likenessOf(of('x', titled), of('y', titled)), null);
    assert.equal(statement(of('x', titled)), '');
    const scan = (bytes: string) => fingerprintOf(fileOf(bytes), '', noMetadata);
    assert.equal(likenessOf(scan('a'), scan('b')), null);
  });
});
