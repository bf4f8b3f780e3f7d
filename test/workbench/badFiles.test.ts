import assert from 'node:assert/strict';
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { eventually } from '../support/eventually.ts';
import { manyPages, type MadePage } from '../support/madeContent.ts';
import { madePdf } from '../support/madePdf.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const patience = 40_000;
const nasty = path.resolve('../shared/corpus/nasty');
const nastyNames = [
  ...['encrypted_open_password.pdf', 'corrupt_one_byte_missing.pdf', 'truncated.pdf'],
  ...['file_attachment.pdf', 'javascript_action.pdf', 'empty.docx', 'truncated.docx'],
];

/** A page that was scanned: dark shapes, no text. */
const scanned: MadePage = Array.from({ length: 30 }, (_, at) => ({
  ...{ x: 80, y: 100 + at * 20, width: 420 - ((at * 37) % 80), height: 8 },
}));

/** The beginning of an archive whose first file says what the archive is. */
function archiveOf(first: string): Uint8Array {
  return Uint8Array.from([0x50, 0x4b, 3, 4, ...new TextEncoder().encode(first)]);
}

/** A Word file of a few hundred kilobytes whose text would fill the memory. */
function bomb(): Uint8Array {
  const part = (size: number) => new Uint8Array(size).fill(0x20);
  return zipSync({ '[Content_Types].xml': part(10), 'word/document.xml': part(400_000_000) });
}

/** Sentences that all differ, this many characters of them or a few more. */
function sentences(length: number): string[] {
  const all: string[] = [];
  for (let size = 0; size < length; size += all.at(-1)?.length ?? 1) {
    const number = all.length;
    all.push(
      `In year ${number} the commission read ${number * 7} gauges, and ${number % 12} towns upstream heard of it too late. `,
    );
  }
  return all;
}

describe('a file that is not what it should be', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
    const file = (name: string, content: string | Uint8Array) => {
      writeFileSync(path.join(workbench.folder, name), content);
    };
    file('empty.pdf', '');
    file('torn.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog');
    file(
      'noise.pdf',
      Uint8Array.from({ length: 4000 }, (_, at) => (at * 7) % 32),
    );
    file('scan.pdf', madePdf([scanned, scanned]));
    file('report.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
    file('thesis.odt', archiveOf('mimetypeapplication/vnd.oasis.opendocument.text'));
    file('book.epub', archiveOf('mimetypeapplication/epub+zip'));
    file('memo.rtf', String.raw`{\rtf1\ansi Tides come and go.}`);
    file('bomb.docx', bomb());
    const whole = madePdf(manyPages(6));
    file('cut.pdf', whole.subarray(0, 0.8 * whole.length));
    file('truncated.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]));
    file('page.pdf', '<!doctype html><title>Tides</title><h1>Tides</h1><p>They come and go.</p>');
    file(
      'notes.pdf',
      'Notes on Tides\n\nThey come and go, as everybody knows who has seen them.\n',
    );
    for (const name of existsSync(nasty) ? nastyNames : []) {
      cpSync(path.join(nasty, name), path.join(workbench.folder, `nasty-${name}`));
    }
  });
  after(() => workbench.close());

  const shown = async (words: RegExp) => {
    await eventually(async () => {
      assert.match(await workbench.preview.text(), words);
    }, patience);
  };

  const cases: readonly (readonly [string, RegExp])[] = [
    ['empty.pdf', /empty/],
    ['torn.pdf', /damaged or not a whole PDF/],
    ['noise.pdf', /binary|not a paper|can’t be read|damaged/],
    [
      'cut.pdf',
      /damaged and a part of it is missing: \d of 6 pages are read[^]*Page AAA of the treaty/,
    ],
    ['truncated.docx', /can’t be read|damaged|ZIP archive|incomplete/],
    ['report.doc', /old Office document \(\.doc\).*Save it as \.docx/],
    ['thesis.odt', /OpenDocument file, which is not read yet\. Save it as \.docx/],
    ['book.epub', /EPUB book, which is not read yet\. Save it as/],
    ['memo.rtf', /Rich Text file, which is not read yet\. Save it as/],
    ['bomb.docx', /would unpack to more.*save it as PDF/],
    ['page.pdf', /They come and go\./],
    ['notes.pdf', /as everybody knows/],
  ];
  /** Those of which another copy may be read under the same name. */
  const mendable: readonly string[] = ['empty.pdf', 'torn.pdf'];
  for (const [name, words] of cases) {
    it(`says what ${name} is, or shows what is in it`, async () => {
      await workbench.quickInput.openFile(name);
      await shown(words);
      const text = await workbench.preview.text();
      assert.doesNotMatch(text, /\bat \S+ \(|Error:/);
      assert.equal(text.includes('Read Again'), mendable.includes(name));
      await workbench.quickInput.runCommand('View: Close Editor');
    });
  }

  it('is shown in pictures where it is a scan, and says so', async () => {
    await workbench.quickInput.openFile('scan.pdf');
    await shown(/has no text, only pictures of its pages/);
    await eventually(async () => {
      const page = (await workbench.preview.locator('.pdf-page canvas')).first();
      assert.ok(((await page.boundingBox({ timeout: 1000 }))?.height ?? 0) > 200);
    }, patience);
    await workbench.quickInput.runCommand('View: Close Editor');
  });

  it('is read as Windows-1252 on demand where it is a text of that encoding', async () => {
    const bytes = Buffer.from('Tides\n\n\x95 They come \x96 and go.\n', 'latin1');
    writeFileSync(path.join(workbench.folder, 'tides.txt'), bytes);
    await workbench.quickInput.openFile('tides.txt');
    await eventually(async () => {
      assert.match((await workbench.window.notifications()).join(), /tides\.txt is not UTF-8/);
    });
    await workbench.window.notificationAction('Read as Windows-1252');
    await eventually(async () => {
      assert.equal((await workbench.editor.lines())[2], '• They come – and go.');
    });
    await workbench.quickInput.runCommand('View: Close Editor');
  });

  it('is a text of ten million characters: says that it is too long, and leaves the window usable', async () => {
    await open('endless.txt', sentences(10_000_000).join('\n'));
    await shown(/too large to be read as a paper: it has 10\.\d million characters, 8 million/);
    await workbench.quickInput.runCommand('View: Close All Editors');
    await workbench.quickInput.openFile('page.pdf');
    await shown(/They come and go\./);
    await workbench.quickInput.runCommand('View: Close Editor');
  });

  it('is one line of two million characters: is read, scrolled and annotated', async () => {
    const line = sentences(2_000_000);
    await open('one-line.txt', line.join(''));
    const paragraph = await workbench.preview.locator('[data-range]');
    await eventually(async () => {
      const text = (await paragraph.first().textContent()) ?? '';
      assert.ok(text.endsWith(line.at(-1)?.trim() ?? ''), text.slice(-200));
    }, patience);
    const frame = await workbench.preview.frame();
    const { x, y } = (await frame.locator('body').boundingBox()) ?? { x: 0, y: 0 };
    await workbench.page.mouse.move(x + 200, y + 300);
    await workbench.page.mouse.wheel(0, 50_000);
    await eventually(async () => {
      assert.ok((await frame.evaluate(() => scrollY)) > 10_000);
    });
    const { mouse } = workbench.page;
    await mouse.move(x + 200, y + 300);
    await mouse.down();
    await mouse.move(x + 400, y + 300, { steps: 4 });
    await mouse.up();
    await workbench.press('Control+Alt+H');
    await frame.locator('mark').first().waitFor({ timeout: patience });
    await workbench.quickInput.runCommand('View: Close All Editors');
    const [noted] = await workbench.tree('Annotations').labels();
    assert.equal(noted, 'one-line.txt');
  });

  /** Writes a text and opens it in the reading view. */
  async function open(name: string, text: string): Promise<void> {
    writeFileSync(path.join(workbench.folder, name), text);
    await workbench.quickInput.openFile(name);
    await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview');
  }

  (existsSync(nasty) ? it : it.skip)(
    'is met calmly, whichever of the nasty ones it is',
    async () => {
      for (const name of nastyNames) {
        await workbench.quickInput.openFile(`nasty-${name}`);
        await eventually(async () => {
          assert.ok((await workbench.preview.text()).trim().length > 20, name);
          assert.doesNotMatch(
            await workbench.preview.text(),
            /Reading the paper|Reading: |\bat \S+ \([^)]*:\d+:\d+\)/,
          );
        }, patience);
        await workbench.quickInput.runCommand('View: Close Editor');
      }
    },
  );
});
