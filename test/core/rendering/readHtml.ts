import assert from 'node:assert/strict';

/** What a part's HTML may be made of: every element, and for each attribute what its value may be. */
const elements = new Set(
  (
    'a abbr b blockquote br cite code del details div em h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p ' +
    'pre q s section small span strong sub summary sup table tbody td th thead tr u ul var'
  ).split(' '),
);
const attributes: Readonly<Record<string, RegExp>> = {
  class: /^[A-Za-z]+(?: [A-Za-z]+)*$/u,
  id: /^(?:section|fn|fnref)-[\p{L}\p{N}\p{M}_-]+$/u,
  href: /^(?:https?:|mailto:|#|(?![^/?#]*:))[^\p{Cc}]*$/iu,
  title: /^/u,
  alt: /^/u,
  'aria-label': /^/u,
  start: /^\d+$/u,
  value: /^\d+$/u,
  tabindex: /^0$/u,
  colspan: /^\d{1,4}$/u,
  rowspan: /^\d{1,4}$/u,
  'data-image': /^\d+$/u,
  'data-src': /^(?:https?:|(?![^/?#]*:))[^\p{Cc}]*$/iu,
  'data-generated': /^$/u,
  'data-range': /^-?\d+,-?\d+$/u,
  'data-role': /^[A-Za-z]+$/u,
  'data-ordinal': /^/u,
};
const empty = new Set(['br', 'hr', 'img']);

/** An element of a page, in document order. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A part's HTML as a browser takes it in. */
export interface ReadHtml {
  readonly elements: readonly ReadElement[];
  /** The rendered text, as renderedPaper.ts defines it. */
  readonly text: string;
  readonly generated: string;
}

const markup = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>|[^<]+/gu;

/** Reads HTML as strictly as can be: what is not on the lists above, or is not balanced, fails. */
export function readHtml(html: string): ReadHtml {
  const read: ReadElement[] = [];
  const open: ReadElement[] = [];
  let text = '';
  let generated = '';
  let at = 0;
  for (const match of html.matchAll(markup)) {
    assert.equal(match.index, at, `not markup: ${html.slice(at, at + 80)}`);
    at += match[0].length;
    const [whole, slash, name, rest] = match;
    if (name === undefined) {
      const words = unescape(whole);
      if (open.some((element) => 'data-generated' in element.attributes)) generated += words;
      else text += words;
    } else if (slash === '/') {
      assert.equal(open.pop()?.name, name, `unbalanced at ${html.slice(at - 80, at)}`);
    } else {
      assert.ok(elements.has(name), `element ${name}`);
      const element = { name, attributes: attributesIn(rest ?? '') };
      read.push(element);
      if (!empty.has(name)) open.push(element);
      assert.ok(read.length === 1 || open.length > 0, 'more than one root element');
    }
  }
  assert.equal(at, html.length, `not markup: ${html.slice(at, at + 80)}`);
  assert.deepEqual(open, []);
  return { elements: read, text, generated };
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/gu)) {
    const plain = unescape(value);
    assert.ok(attributes[name]?.test(plain), `attribute ${name}="${plain}"`);
    assert.ok(!(name in found), `attribute ${name} twice`);
    found[name] = plain;
  }
  return found;
}

function unescape(text: string): string {
  return text.replace(/&([^;]*);/gu, (_, name: string) => {
    const character = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' }[name];
    assert.notEqual(character, undefined, `reference ${name}`);
    return character ?? '';
  });
}
