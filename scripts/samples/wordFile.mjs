// A Word file as small as one can be that has styles, lists, a table, a footnote and properties.
import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Files made at different times are equal. */
const time = new Date('2025-02-07T09:00:00Z');

/** Names and sizes in half points. */
const styles = {
  Title: ['Title', 44],
  Subtitle: ['Subtitle', 28],
  Heading1: ['heading 1', 32],
  Heading2: ['heading 2', 26],
  ListBullet: ['List Bullet', 22],
  ListNumber: ['List Number', 22],
};

/**
 * The bytes of a Word file with these blocks.
 *
 * @param {{author: string, blocks: {style?: string, text?: string, note?: string, table?: string[][]}[]}} paper
 * @returns {Uint8Array}
 */
export function wordFile({ author, blocks }) {
  const notes = [];
  const body = blocks.map((block) => (block.table ? table(block.table) : paragraph(block, notes)));
  const title = blocks.find(({ style }) => style === 'Title')?.text ?? '';
  const files = {
    '[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ['document', 'document.main'],
      ['styles', 'styles'],
      ['numbering', 'numbering'],
      ['footnotes', 'footnotes'],
    ]
      .map(
        ([part, type]) =>
          `<Override PartName="/word/${part}.xml" ContentType="${wordType}.${type}+xml"/>`,
      )
      .join(
        '',
      )}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': relations([
      ['officeDocument', 'word/document.xml'],
      ['metadata/core-properties', 'docProps/core.xml'],
    ]),
    'word/_rels/document.xml.rels': relations([
      ['styles', 'styles.xml'],
      ['numbering', 'numbering.xml'],
      ['footnotes', 'footnotes.xml'],
    ]),
    'word/document.xml': part('document', `<w:body>${body.join('')}</w:body>`),
    'word/styles.xml': part('styles', Object.entries(styles).map(styleOf).join('')),
    'word/numbering.xml': part('numbering', numbering('bullet', 1, '•') + numbering('decimal', 2, '%1.') + num(1) + num(2)),
    'word/footnotes.xml': part('footnotes', notes.join('')),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(title)}</dc:title><dc:creator>${escape(author)}</dc:creator></cp:coreProperties>`,
  };
  const zipped = Object.entries(files).map(([name, xml]) => [
    name,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  ]);
  return zipSync(Object.fromEntries(zipped), { mtime: time });
}

function paragraph({ style, text, note }, notes) {
  const lists = { ListBullet: 1, ListNumber: 2 };
  const list = lists[style]
    ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${lists[style]}"/></w:numPr>`
    : '';
  if (note) {
    const mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>';
    notes.push(`<w:footnote w:id="${notes.length + 1}"><w:p>${mark}${run(` ${note}`)}</w:p></w:footnote>`);
  }
  const reference = note
    ? `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${notes.length}"/></w:r>`
    : '';
  const properties = `<w:pPr><w:pStyle w:val="${style}"/>${list}</w:pPr>`;
  return `<w:p>${properties}${run(text)}${reference}</w:p>`;
}

function table(rows) {
  const cells = (row) =>
    row.map((text) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`).join('');
  const head = '<w:trPr><w:tblHeader/></w:trPr>';
  return `<w:tbl>${rows.map((row, at) => `<w:tr>${at === 0 ? head : ''}${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

function run(text) {
  return `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
}

function styleOf([id, [name, size]]) {
  const bold = id.startsWith('Heading') || id === 'Title' ? '<w:b/>' : '';
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${bold}<w:sz w:val="${size}"/></w:rPr></w:style>`;
}

function numbering(format, id, text) {
  return `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum>`;
}

function num(id) {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
}

function relations(targets) {
  const each = targets.map(([type, target], at) => {
    const base = type.startsWith('metadata') ? packageRelations : officeRelations;
    return `<Relationship Id="r${at + 1}" Type="${base}/${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${packageRelations}">${each.join('')}</Relationships>`;
}

function part(name, content) {
  return `<w:${name} xmlns:w="${main}">${content}</w:${name}>`;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
