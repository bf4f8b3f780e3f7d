// Papers made of our own words: the same ones on every run.
const words =
  'water treaty basin harbour grid outage diesel budget minister council region border stock price share year season plan review storm canal port guard quay rule method figure table partner agency state island supply demand risk trust repair gauge data law notice fund loan bank rate market union office'.split(
    ' ',
  );

/** A generator of numbers below 1 that repeats itself for the same seed. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function sentence(next, least = 9) {
  const count = least + Math.floor(next() * 12);
  const picked = Array.from({ length: count }, () => words[Math.floor(next() * words.length)]);
  const text = picked.join(' ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

const paragraph = (next) => Array.from({ length: 5 }, () => sentence(next)).join(' ');

function fill(text, size, part) {
  while (text.length < size) text += part();
  return text;
}

/** A Markdown paper of about `size` characters. */
function markdownPaper(next, size) {
  const points = Array.from({ length: 6 }, (_, index) => `${index + 1}. ${sentence(next)}`);
  const head = `---\ntitle: "${sentence(next, 5)}"\nauthors:\n  - Ada Writer\ndate: 2024-05-0${1 + Math.floor(next() * 9)}\ntags: [water, energy]\n---\n\n## Summary\n\n${paragraph(next)}\n\n## Key Findings\n\n${points.join('\n')}\n`;
  return fill(
    head,
    size,
    () =>
      `\n## ${sentence(next, 3)}\n\n${paragraph(next)}[^1]\n\n> ${sentence(next)}\n\n| Port | Share |\n| --- | ---: |\n| Holm | 61 |\n\n- ${sentence(next)}\n- *${sentence(next)}*\n`,
  );
}

/** A web page captured as text, of about `size` characters. */
function capturedPaper(next, size) {
  const points = Array.from({ length: 7 }, () => `  • ${sentence(next)}`);
  const head = `Skip to main content\n\n  • Home\n  • News\n  • Publications\n\nStrategy Paper: ${sentence(next, 5)}\n\nBy Dr Ada Writer, Basin Studies Group\n12 March 2025, Institute for Waters\n\nOverview:\n\n${paragraph(next)}\n\nKey Points:\n\n${points.join('\n')}\n\n`;
  const tail = '\nwater, energy, Upper Basin\nSee all tags »\n\nFooter:\n  • About\n  • Contact\n';
  return (
    fill(
      head,
      size - tail.length,
      () => `${sentence(next, 3).slice(0, -1)}\n\n${paragraph(next)}\n\n`,
    ) + tail
  );
}

/** Paper number `index`: Markdown and captured text in turn. */
export function makePaper(index, size) {
  const next = random(index + 1);
  return index % 2 === 0
    ? { name: `paper-${index}.md`, text: markdownPaper(next, size) }
    : { name: `paper-${index}.txt`, text: capturedPaper(next, size) };
}
