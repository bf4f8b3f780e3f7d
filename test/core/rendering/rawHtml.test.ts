import assert from 'node:assert/strict';
import { attributeOf, tagsIn } from '../../../src/core/rendering/htmlTags.ts';
import { page } from './page.ts';

/** What is inside the parts. */
function inside(text: string, roles = {}): string[] {
  return page(text, { roles }).map((html) =>
    html.replace(/^<\w+ class="part \w+">|<\/\w+>$/gu, ''),
  );
}

describe('raw HTML in Markdown', () => {
  it('becomes lists, headings, tables and paragraphs, without its attributes', () => {
    const html =
      '<div class="box"><h2 style="x">Points</h2>\n<ul type=disc>\n<li><p>One <b>bold</b></p></li>\n' +
      '<li>Two\n<ol><li>Deep<li>Deeper</ol>\n</ul>Rest &amp; more<br/>end &nosuch;<hr>\n' +
      '<blockquote>Said</blockquote><table><thead><tr><th>A<td>B</thead><tr><td>c</table></div>\n';
    assert.deepEqual(inside(html), [
      '<h2 id="section-points">Points</h2>',
      '<ul><li>One <b>bold</b></li><li>Two\n<ol><li>Deep</li><li>Deeper</li></ol></li></ul>',
      '<p>Rest &amp; more<br>end &amp;nosuch;</p>',
      '<hr>',
      '<blockquote><p>Said</p></blockquote>',
      '<div class="tableScroll" tabindex="0"><table><tr><th>A</th><td>B</td></tr><tr><td>c</td></tr></table></div>',
    ]);
  });

  it('is closed and completed where it is broken', () => {
    assert.deepEqual(inside('<li>Alone</h3>\n'), ['<ul><li>Alone</li></ul>']);
    assert.deepEqual(inside('<td>No table</td>\n'), ['<p>No table</p>']);
    assert.deepEqual(inside('<ul>Words<blockquote>Said</blockquote><li>a</ul>\n'), [
      '<ul><li>Words</li><li><blockquote><p>Said</p></blockquote></li><li>a</li></ul>',
    ]);
    assert.deepEqual(inside('<table>Words<ul><li>b</table>\n'), [
      '<div class="tableScroll" tabindex="0"><table><tr><td>Words</td></tr>' +
        '<tr><td><ul><li>b</li></ul></td></tr></table></div>',
    ]);
  });

  it('gives roles to the items that are read in it', () => {
    const text = '<p>Findings</p><ul><li>One point</li><li>Two points</li></ul>\n';
    assert.deepEqual(inside(text, { One: 'keyPoint', Two: 'keyPoint' }), [
      '<p>Findings</p>',
      '<ol class="points"><li>One point</li><li>Two points</li></ol>',
    ]);
  });

  it('is drawn within a line where it is a harmless pair, left out where it only wraps', () => {
    assert.deepEqual(
      inside('a <sup>1</sup> <span class="x">b</span> <u>c *d</u> e* <i>f <b>g</i> h</b> 2</br>3'),
      [
        '<p>a <sup>1</sup> b &lt;u&gt;c <em>d&lt;/u&gt; e</em> <i>f &lt;b&gt;g</i> h&lt;/b&gt; 2<br>3</p>',
      ],
    );
  });

  it('links where it may', () => {
    assert.deepEqual(
      inside(
        '<a href="https://a.org/?b&amp;c" onclick="x">d</a> <a name=e>f</a> <a href=javascript:x>g</a> <a href=h>[i](j)</a>',
      ),
      ['<p><a href="https://a.org/?b&amp;c">d</a> f g <a href="h">i</a></p>'],
    );
  });

  it('shows images to the page, comments to nobody, and all else as it is written', () => {
    assert.deepEqual(
      inside('a <img src="i.png" alt="I"> <!-- b --> <blink>c</blink> <img> <![CDATA[d]]>'),
      [
        '<p>a <img data-src="i.png" alt="I">  &lt;blink&gt;c&lt;/blink&gt; &lt;img&gt; &lt;![CDATA[d]]&gt;</p>',
      ],
    );
    assert.deepEqual(inside('<!-- hidden -->\n'), []);
    assert.deepEqual(inside('<!-- never closed\n\nwords\n'), [
      '<p>&lt;!-- never closed\n\nwords\n</p>',
    ]);
  });
});

describe('tagsIn', () => {
  it('finds tags and comments, and nothing in what is broken', () => {
    const tags = tagsIn('a <b c=\'d\' e="f>" g=h i>j</B ><!-- <k> --> <l < m> <n="o"> <1> </ p>');
    assert.deepEqual(
      tags.map(({ name, closes, start, end }) => [name, closes, start, end]),
      [
        ['b', false, 2, 24],
        ['b', true, 25, 30],
        ['!', false, 30, 42],
      ],
    );
  });

  it('reads attributes however they are quoted', () => {
    const [tag] = tagsIn('<a B=\'c\' d = "e" f=g h>');
    assert.ok(tag);
    assert.deepEqual(
      ['b', 'd', 'f', 'h', 'i'].map((name) => attributeOf(tag, name)),
      ['c', 'e', 'g', '', null],
    );
  });
});
