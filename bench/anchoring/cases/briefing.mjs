// A second style of prose, by another grammar: a magazine-like briefing in short and long sentences, with
// other words, no numbered paragraphs, tables of figures as lists, names and quotations. It is kept apart
// from what anchoring was worked out on.
const who = [
  'Mayor Adeyemi',
  'the port union',
  'Dr Ilse Varga',
  'two former envoys',
  'the opposition',
  'fishing crews',
  'the central bank',
  'Judge Okafor',
  'a junior minister',
  'the railway',
  'cocoa buyers',
  'the garrison',
  'our correspondent',
  'insurers',
];
const place = [
  'in Lomberg',
  'on the Kasai road',
  'along the strait',
  'at the border post',
  'in the old harbour',
  'north of the delta',
  'in three provinces',
  'around Lake Semm',
  'at the second dam',
  'in the capital',
];
const did = [
  'refused',
  'shelved',
  'leaked',
  'signed',
  'doubted',
  'praised',
  'inherited',
  'postponed',
  'financed',
  'misread',
  'reopened',
  'boycotted',
  'copied',
  'sold',
];
const what = [
  'a ceasefire monitor',
  'the visa waiver',
  'its grain reserve',
  'an extradition request',
  'the cable landing',
  'a debt swap',
  'the ferry concession',
  'old mining maps',
  'a naval exercise',
  'the census',
  'a hostage list',
  'the gas contract',
  'a customs computer',
  'the amnesty',
];
const how = [
  'overnight',
  'without a vote',
  'to loud applause',
  'for a fee',
  'on paper only',
  'against advice',
  'within a week',
  'as a favour',
  'twice',
  'in plain sight',
];
const why = [
  'because nobody else would',
  'after the rains failed',
  'so that the lenders stayed calm',
  'while the cameras were elsewhere',
  'when copper fell again',
  'although the courts objected',
  'before the harvest came in',
  'since allies kept asking',
];
const quip = [
  '“Nothing is signed until it is paid for,” said',
  '“We counted ships, not promises,” said',
  '“Ask me after the election,” said',
  '“It was cheaper than a war,” said',
  '“The map is older than the state,” said',
];
const stock = [
  'The ministry did not reply to questions.',
  'Figures are estimates.',
  'Nobody was hurt.',
  'The details remain secret.',
  'Talks go on.',
  'Both sides claim success.',
];
const heads = [
  'What changed',
  'Who pays',
  'A longer view',
  'Voices',
  'The numbers',
  'What to watch',
  'Behind the deal',
  'Old quarrels',
];

function sentence(rng) {
  const p = (list) => rng.pick(list);
  const forms = [
    () => `${p(who)} ${p(did)} ${p(what)} ${p(place)}.`,
    () => `${p(what)} was ${p(did)} ${p(how)}; ${p(who)} ${p(did)} ${p(what)} ${p(why)}.`,
    () =>
      `Last ${p(['spring', 'autumn', 'Friday', 'year'])} ${p(who)} ${p(did)} ${p(what)}, and ${p(who)}, ${p(why)}, ${p(did)} it ${p(how)}.`,
    () => `${p(quip)} ${p(who)}.`,
    () =>
      `Few ${p(['voters', 'traders', 'pilots', 'teachers'])} ${p(place)} remember that ${p(who)} once ${p(did)} ${p(what)}.`,
    () =>
      `Of ${rng.range(3, 980)} ${p(['containers', 'families', 'permits', 'lorries'])} counted ${p(place)}, ${rng.range(2, 97)} went ${p(['missing', 'north', 'unpaid', 'back'])} ${p(why)}.`,
    () => `Why would ${p(who)} want ${p(what)} ${p(place)}?`,
    () => `It costs €${rng.range(2, 60)}m a ${p(['month', 'season', 'kilometre'])}.`,
    () => `${p(who)} and ${p(who)} agree on ${p(what)} — less so on ${p(what)} ${p(place)}.`,
  ];
  const text = p(forms)();
  return text[0].toUpperCase() + text.slice(1);
}

/** A sentence of this style. */
export function briefingSentence(rng) {
  return sentence(rng);
}

/** Paragraphs of this style, about so many characters of them. */
export function briefingParagraphs(rng, targetChars) {
  const paragraphs = [];
  let chars = 0;
  const push = (text) => {
    paragraphs.push(text);
    chars += text.length + 2;
  };
  while (chars < targetChars) {
    push(`# ${rng.pick(heads)}`);
    const count = rng.range(2, 6);
    for (let at = 0; at < count && chars < targetChars; at += 1) {
      const sentences = Array.from({ length: rng.range(1, 8) }, () =>
        rng.chance(0.07) ? rng.pick(stock) : sentence(rng),
      );
      push((rng.chance(0.15) ? '* ' : rng.chance(0.1) ? '> ' : '') + sentences.join(' '));
    }
  }
  return paragraphs;
}
