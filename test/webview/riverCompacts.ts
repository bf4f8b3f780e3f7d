import type { Annotation, Category } from '../../src/core/annotations/annotation.ts';
import type { ReadingSettings, ShownAnnotation, ToWebview } from '../../src/core/protocol.ts';
import { shownAnnotation } from '../../src/core/rendering/shownAnnotation.ts';
import { placedAnnotation } from '../support/placedAnnotation.ts';
import { baseUri } from './readingView.ts';
import { statedPaper, type StatedPaper } from './statedPart.ts';

/** The paper's URI in all tests of the page. */
export const uri = 'file:///papers/river-compacts.txt';

const categories: readonly Category[] = [
  { id: 'evidence', name: 'Evidence', letter: 'E', color: 'policyAnnotator.evidence' },
  { id: 'claim', name: 'Claim', letter: 'C', color: 'policyAnnotator.claim' },
  { id: 'question', name: 'Question', letter: '?', color: 'policyAnnotator.question' },
  { id: 'disputed', name: 'Disputed', letter: 'D', color: 'policyAnnotator.disputed' },
  {
    id: 'recommendation',
    name: 'Recommendation',
    letter: 'R',
    color: 'policyAnnotator.recommendation',
  },
];

export const settings: ReadingSettings = {
  fontFamily: '',
  fontSize: 0,
  measure: 44,
  lineHeight: 1.6,
  categories,
  defaultCategory: 'evidence',
  keys: { 'policyAnnotator.highlight': 'Ctrl+Alt+H', 'policyAnnotator.annotate': 'Ctrl+Alt+A' },
};

/** A short paper with one of everything. */
export const riverCompacts: StatedPaper = statedPaper(
  [
    'siteText',
    'Home\nLog in\nResearch',
    '<details class="part siteText"><summary data-generated><span class="label">12 lines of site text folded (menu, log-in links, breadcrumb)</span> <span class="show">Show</span><span class="hide">Hide</span></summary><p data-range="0,4">Home</p><p data-range="5,11">Log in</p><p data-range="12,20">Research</p></details>',
  ],
  [
    'titleBlock',
    'Regional Policy Paper · No. 14\nRiver Compacts and the Cost of Waiting: Options for the Upper Basin States\n12 March 2025\nBy Ana Varga, Lt Col, seconded to the Basin Studies Group\nInstitute for Shared Waters\nPolicy | Upper Basin | Water security | UBS',
    '<header class="part titleBlock"><p class="series" data-range="0,30">Regional Policy Paper · No. 14</p><h1 class="title" data-range="31,105">River Compacts and the Cost of Waiting: Options for the Upper Basin States</h1><p class="byline" data-range="120,177"><b class="person">Ana Varga</b><span class="affiliation" data-generated> · Lt Col, seconded to the Basin Studies Group</span></p><p class="dateline">12 March 2025<span data-generated> · </span>Institute for Shared Waters</p><ul class="tags"><li>Policy</li><li>Upper Basin</li><li>Water security</li><li>UBS<span data-generated> · Upper Basin States</span></li></ul></header>',
  ],
  [
    'summary',
    'Overview\nThe three upstream governments have moved from ad-hoc meetings to a standing commission in under four years. That change is real, but it is thinner than it looks: the commission can publish data and convene ministers, and it can do little else.[1]',
    '<section class="part summary"><h2 data-range="0,8" id="section-overview">Overview</h2><div class="summary"><p data-range="9,250">The three upstream governments have moved from ad-hoc meetings to a standing commission in under four years. That change is real, but it is thinner than it looks: the commission can publish data and convene ministers, and it can do little else.<sup><a class="footnoteRef" data-generated href="#fn1" id="fnref1">1</a></sup></p></div></section>',
  ],
  [
    'keyPoints',
    'Key Points\n- Storage built since 2016 covers one dry year, not two; every published plan assumes two.\n- Data sharing improved first where the commission paid for the gauges.\n- Downstream buyers now price the risk of interruption, which gives the upstream states leverage they have not used.\n- Two of the three treaties lapse within the same eighteen months.\n- Outside powers fund studies, seldom works.\n- Partners should tie new finance to a common operating rule before 2027.',
    '<section class="part keyPoints"><h2 data-range="0,10">Key Points<small data-generated> 6, of which 1 is a recommendation</small></h2><ol class="points"><li data-role="keyPoint" data-range="11,99">Storage built since 2016 covers one dry year, not two; every published plan assumes two.</li><li data-role="keyPoint" data-range="100,171">Data sharing improved first where the commission paid for the gauges.</li><li data-role="keyPoint" data-range="172,289">Downstream buyers now price the risk of interruption, which gives the upstream states leverage they have not used.</li><li data-role="keyPoint" data-range="290,356">Two of the three treaties lapse within the same eighteen months.</li><li data-role="keyPoint" data-range="357,401">Outside powers fund studies, seldom works.</li><li data-role="recommendation" data-range="402,477">Partners should tie new finance to a common operating rule before 2027.<span class="recommendationMark" data-generated> recommendation</span></li></ol></section>',
  ],
  [
    'body',
    'From meetings to a commission\nIn the first phase the parties agreed on little beyond a calendar. The 2021 protocol created a secretariat and, more to the point, a *budget line* that no single government could withhold. Members describe the effect in modest terms: fewer letters, quicker answers, the same quarrels.[2]',
    '<section class="part body"><h2 data-range="0,29" id="section-from-meetings">From meetings to a commission</h2><p data-range="30,323"><span class="pageMark" data-generated>p. 3</span>In the first phase the parties agreed on little beyond a calendar. The 2021 protocol created a secretariat and, more to the point, a <em>budget line</em> that no single government could withhold. Members describe the effect in modest terms: fewer letters, quicker answers, the same quarrels.<sup><a class="footnoteRef" data-generated href="#fn2" id="fnref2">2</a></sup></p></section>',
  ],
  [
    'body',
    'Table 1. Storage and obligations, by state\n| State | Treaty lapses | Live storage, km³ | Dry-year need, km³ |\n| Northern | June 2026 | 4.1 | 3.9 |\n| Central | November 2027 | 2.6 | 2.8 |\n| Eastern | December 2027 | 0.9 | 1.7 |',
    '<section class="part body"><div class="tableScroll" tabindex="0"><table data-range="0,240"><caption>Table 1. Storage and obligations, by state</caption><thead><tr><th>State</th><th>Treaty lapses</th><th class="alignRight">Live storage, km³</th><th class="alignRight">Dry-year need, km³</th></tr></thead><tbody><tr><td>Northern</td><td>June 2026</td><td class="alignRight">4.1</td><td class="alignRight">3.9</td></tr><tr><td>Central</td><td>November 2027</td><td class="alignRight">2.6</td><td class="alignRight">2.8</td></tr><tr><td>Eastern</td><td>December 2027</td><td class="alignRight">0.9</td><td class="alignRight">1.7</td></tr></tbody></table></div></section>',
  ],
  [
    'body',
    'Whether the commission outlives the treaties that feed it is the question that the drafters left open. A renewal in haste would lock in the present shares; see [Overview](#section-overview) or [the treaty](https://example.org/treaty). A gap would return all three to bilateral bargaining at the moment when their buyers are readiest to pay for certainty.',
    '<section class="part body"><p data-range="0,340">Whether the commission outlives the treaties that feed it is the question that the drafters left open. A renewal in haste would lock in the present shares; see <a href="#section-overview">Overview</a> or <a href="https://example.org/treaty">the treaty</a>. A gap would return all three to bilateral bargaining at the moment when their buyers are readiest to pay for certainty.</p></section>',
  ],
  [
    'footnotes',
    '[1] Basin Commission, Statute, art. 4.\n[2] Interviews, Northern ministry, 2024.',
    '<section class="part footnotes"><ol><li id="fn1" data-range="0,38">Basin Commission, Statute, art. 4.<a class="footnoteBack" href="#fnref1" data-generated aria-label="Back to the text from note 1"> ↩</a></li><li id="fn2" data-range="39,79">Interviews, Northern ministry, 2024.<a class="footnoteBack" href="#fnref2" data-generated aria-label="Back to the text from note 2"> ↩</a></li></ol></section>',
  ],
  [
    'quiet',
    'The views expressed are those of the author and do not reflect the position of the Institute or of any government.',
    '<section class="part quiet"><p data-role="disclaimer" data-range="0,114">The views expressed are those of the author and do not reflect the position of the Institute or of any government.</p></section>',
  ],
);

/** An annotation on the first place of a quote; an orphan where the paper does not have it. */
export function noteOn(
  { text }: StatedPaper,
  quote: string,
  stated: Partial<Annotation>,
  how: 'exact' | 'changed' = 'exact',
): ShownAnnotation {
  const start = text.indexOf(quote);
  const target = { exact: quote, prefix: '', suffix: '', start, end: start + quote.length };
  const anchor = start === -1 ? null : { start, end: start + quote.length, score: 1, how };
  return shownAnnotation(
    placedAnnotation({ target: { ...target, start: Math.max(start, 0) }, ...stated }, anchor),
    { text, pages: [] },
  );
}

/** Four notes, one on a passage that changed since. */
export const riverNotes: readonly ShownAnnotation[] = [
  noteOn(riverCompacts, 'ad-hoc meetings to a standing commission', {
    id: 'n1',
    note: 'Check against the 2023 communiqué.',
    tags: ['institutions'],
  }),
  noteOn(riverCompacts, 'every published plan assumes two', {
    id: 'n2',
    category: 'disputed',
    note: 'Plan B of the Northern ministry assumes one.',
  }),
  noteOn(riverCompacts, 'Downstream buyers now price the risk of interruption', {
    id: 'n3',
    category: 'claim',
    note: "Ties to Varga 2024: buyers' contracts already carry an interruption clause.",
    tags: ['negotiation/leverage'],
    confidence: 'moderate',
  }),
  noteOn(
    riverCompacts,
    'The 2021 protocol created a secretariat',
    {
      id: 'n4',
      category: 'question',
      note: 'Who votes the budget line?',
      target: { exact: 'created a small secretariat', prefix: '', suffix: '', start: 0, end: 27 },
      replies: [
        {
          id: 'r1',
          author: 'R. Osei',
          text: 'Annex B, para 6.',
          created: '2026-02-28T10:00:00.000Z',
        },
      ],
    },
    'changed',
  ),
];

/** The messages that show a paper with notes to a page that is new. */
export function messagesFor(
  { parts }: StatedPaper,
  annotations: readonly ShownAnnotation[],
  version = 1,
): readonly ToWebview[] {
  const about = { uri, version };
  const changes = parts.map((put) => ({ put }));
  return [
    { type: 'settingsChanged', settings },
    { type: 'paperChanged', ...about, changes, baseUri, remoteImages: false },
    { type: 'annotationsChanged', ...about, annotations },
  ];
}
