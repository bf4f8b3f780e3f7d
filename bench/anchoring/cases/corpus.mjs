// Builds a base document (a list of paragraphs) of about a given size.
import { createRequire } from 'node:module';
import { hashSeed } from './prng.mjs';
import { briefingParagraphs, briefingSentence } from './briefing.mjs';
import { grammar } from './grammar.mjs';

const require = createRequire(import.meta.url);

function makeExpander(g, rng) {
  const number = (kind) => {
    switch (kind) {
      case '#y':
        return String(rng.range(2016, 2038));
      case '#pct':
        return rng.chance(0.5)
          ? `${rng.range(2, 97)}%`
          : `${rng.range(1, 60)}.${rng.range(0, 9)} per cent`;
      case '#m':
        return rng.chance(0.7)
          ? `£${rng.range(2, 980)} million`
          : `€\u00a0${rng.range(1, 9)}.${rng.range(1, 9)} bn`;
      case '#n':
        return rng.chance(0.5)
          ? String(rng.range(12, 900))
          : `${rng.range(1, 48)},${String(rng.range(0, 999)).padStart(3, '0')}`;
      case '#n2':
        return String(rng.range(2, 40));
      case '#ref':
        return rng.chance(0.3) ? `[^${rng.range(1, 240)}]` : '';
      default:
        throw new Error(kind);
    }
  };
  const expand = (template) => {
    let out = template;
    for (let depth = 0; depth < 4 && out.includes('{'); depth++) {
      out = out.replace(/\{([^}]+)\}/g, (_, key) => {
        if (key[0] === '#') return number(key);
        const word = rng.pick(g.slots[key]);
        return (key === 'noun' || key === 'thing') && rng.chance(0.45)
          ? `${rng.pick(g.modifiers)} ${word}`
          : word;
      });
    }
    return out;
  };
  return (template) => {
    let t = template;
    if (rng.chance(0.3) && !t.startsWith('{link}') && !t.startsWith('{opener}'))
      t = rng.pick(g.openers) + (t[0] === '{' ? t : t[0].toLowerCase() + t.slice(1));
    if (rng.chance(0.45)) t = t.replace(/([.?])$/, (_, end) => rng.pick(g.tails) + end);
    const s = expand(t).replace(/\b([Aa]) (?=[aeio])/g, '$1n ');
    return s[0].toUpperCase() + s.slice(1);
  };
}

function grammarParagraphs(g, rng, targetChars) {
  const expand = makeExpander(g, rng);
  const paragraphs = [];
  let chars = 0;
  let section = 0;
  const push = (p) => {
    paragraphs.push(p);
    chars += p.length + 2;
  };
  while (chars < targetChars) {
    section++;
    push(`## ${section} ${rng.pick(g.title)}: ${rng.pick(g.titleTail)}`);
    const n = rng.range(3, 7);
    for (let i = 0; i < n && chars < targetChars; i++) {
      const sentences = [];
      const count = rng.range(2, 6);
      for (let k = 0; k < count; k++) {
        sentences.push(rng.chance(0.08) ? rng.pick(g.stock) : expand(rng.pick(g.sentences)));
      }
      const numbered = rng.chance(0.5) ? `${section}.${i + 1} ` : rng.chance(0.15) ? '- ' : '';
      push(numbered + sentences.join(' '));
    }
  }
  return paragraphs;
}

let licenceTexts = null;
/** Real legal English from the spdx-license-list package: very repetitive, many near-identical clauses. */
function legalParagraphs(rng, targetChars, half) {
  if (!licenceTexts) {
    const full = require('spdx-license-list/full');
    licenceTexts = Object.keys(full)
      .sort()
      .filter(
        (id) =>
          full[id].licenseText &&
          full[id].licenseText.length > 3000 &&
          /^[\t\n\r -~\u2010-\u201f\u00a0-\u00ff]*$/.test(full[id].licenseText),
      )
      .map((id) => ({ id, family: id.split('-')[0], text: full[id].licenseText }));
  }
  const paragraphs = [];
  let chars = 0;
  const order = rng.shuffle(licenceTexts.filter((l) => hashSeed(l.family) % 2 === half));
  for (let i = 0; chars < targetChars; i++) {
    if (i >= order.length) break;
    const paras = order[i].text
      .replace(/\r/g, '')
      .split(/\n\s*\n/)
      .map((p) => p.replace(/\s+/g, ' ').trim())
      .filter((p) => p.length > 0);
    paragraphs.push(`## ${order[i].id}`);
    for (const p of paras) {
      if (chars >= targetChars) break;
      paragraphs.push(p);
      chars += p.length + 2;
    }
  }
  return paragraphs;
}

/** Which corpora make up each set: the ones that anchoring was worked out on, and the one it was not. */
export const sets = { usual: ['policy', 'legal'], other: ['briefing'] };

export function buildParagraphs(corpus, targetChars, rng) {
  if (corpus === 'policy') return grammarParagraphs(grammar, rng, targetChars);
  if (corpus === 'legal') return legalParagraphs(rng, targetChars, 0);
  if (corpus === 'briefing') return briefingParagraphs(rng, targetChars);
  throw new Error(`unknown corpus ${corpus}`);
}

/** A fresh sentence of the corpus' kind, for inserted paragraphs. */
export function freshSentence(corpus, rng) {
  if (corpus === 'briefing') return briefingSentence(rng);
  return makeExpander(grammar, rng)(rng.pick(grammar.sentences));
}
