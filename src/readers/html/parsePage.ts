import { Parser, type DefaultTreeAdapterMap, type Token } from 'parse5';

/** A page's tree. */
export type Page = DefaultTreeAdapterMap['document'];

/** Browsers nest elements as deep as this, too; what is nested deeper stands where the depth ends. */
const deepest = 256;

/** Elements that hold nothing, or text that is no markup: they do not nest, and change how it goes on. */
const flat =
  /^(?:area|br|col|embed|hr|iframe|img|input|link|meta|noembed|noframes|param|plaintext|script|source|style|textarea|title|track|wbr|xmp)$/u;

/**
 * The tree of a page, as the HTML standard says it is to be built from any text at all. Tags that would
 * nest beyond the depth that browsers allow are left out, so that nobody who walks the tree, and no
 * check of the parser for what is open, pays for a page that only opens elements.
 */
export function parsePage(html: string): Page {
  return BoundedParser.parse<DefaultTreeAdapterMap>(html, { scriptingEnabled: false });
}

class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  /** Names of the tags that were left out and not closed yet, and how often each is among them. */
  readonly #leftOut: string[] = [];
  readonly #counts = new Map<string, number>();

  override onStartTag(token: Token.TagToken): void {
    const { tagName } = token;
    const isTooDeep = this.openElements.stackTop >= deepest && !flat.test(tagName);
    if (!isTooDeep) {
      super.onStartTag(token);
      return;
    }
    this.#leftOut.push(tagName);
    this.#counts.set(tagName, (this.#counts.get(tagName) ?? 0) + 1);
  }

  override onEndTag(token: Token.TagToken): void {
    const { tagName } = token;
    if ((this.#counts.get(tagName) ?? 0) === 0) {
      super.onEndTag(token);
      return;
    }
    // What was opened within the element ends with it.
    for (let name = this.#leftOut.pop(); name !== undefined; name = this.#leftOut.pop()) {
      this.#counts.set(name, (this.#counts.get(name) ?? 1) - 1);
      if (name === tagName) return;
    }
  }
}
