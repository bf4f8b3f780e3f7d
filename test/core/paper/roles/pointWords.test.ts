import assert from 'node:assert/strict';
import {
  announcesOther,
  headingCue,
  leadInCue,
  runInLabel,
  type PointCue,
} from '../../../../src/core/paper/roles/pointWords.ts';

function said(cue: PointCue | null): string {
  return cue === null ? 'nothing' : `${cue.strength} ${cue.role}`;
}

describe('headingCue', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'strong keyPoint': [
      ...['Key Points:', 'KEY FINDINGS', '2. Main findings', 'Three key messages', 'Takeaways'],
      ...[
        'Key policy messages',
        'Key findings of the survey',
        'IV. Principal conclusions',
        '**Key Takeaways**',
      ],
      ...['Bottom Line Up Front', 'Summary of findings', 'What we found', 'What the audit found'],
      ...[
        'Report – Key findings',
        'Key\u200B Points',
        'Kernaussagen',
        'Zentrale Ergebnisse',
        'Points clés',
      ],
      ...['Messages clés', 'Principales hallazgos', 'Puntos clave', 'Punti chiave', 'Pontos-chave'],
    ],
    'medium keyPoint': [
      'Highlights',
      'Highlights: Tools',
      'Highlights from the north',
      'Key facts',
      'In this briefing',
    ],
    'weak keyPoint': [
      'Executive Summary',
      '01 Executive summary',
      'At a Glance',
      'Zusammenfassung',
      'Résumé',
    ],
    'strong recommendation': [
      ...[
        'Recommendations',
        'Policy Recommendations',
        'Next Steps and Recommendations',
        '5 Recommendations for cities',
      ],
      ...[
        'Summary of Recommendations',
        'What should be done?',
        'What ministers should do',
        'Recommended actions',
      ],
      ...[
        'Unsere Forderungen',
        'Handlungsempfehlungen',
        'Recommandations aux communes',
        'Recomendaciones',
      ],
    ],
    'medium recommendation': ['Call to action', 'Our asks'],
    nothing: [
      ...[
        'Introduction',
        'Key terms',
        'Key dates',
        'Options',
        'Next steps',
        'Lessons learned',
        'Findings',
      ],
      ...[
        'Status of earlier recommendations',
        'Implementation of the recommendations',
        'Keynote',
        'Points',
      ],
      ...[
        'Highlights of the session',
        'Recommended reading',
        'The key',
        '',
        `Key points ${'x'.repeat(120)}`,
      ],
    ],
  };
  for (const [expected, headings] of Object.entries(cases)) {
    for (const heading of headings) {
      it(`says ${expected} for ${JSON.stringify(heading.slice(0, 40))}`, () => {
        assert.equal(said(headingCue(heading)), expected);
      });
    }
  }
});

describe('leadInCue', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['The review ran for a year. Its main findings are:', 'strong keyPoint'],
    ['The following recommendations are made:', 'strong recommendation'],
    ['We therefore recommend that the council:', 'strong recommendation'],
    ['We call on all members to:', 'medium recommendation'],
    ['The study found that:', 'medium keyPoint'],
    ['Some common themes emerged:', 'weak keyPoint'],
    ['The principal findings are as follows.', 'nothing'],
    ['Before writing, consider the following:', 'nothing'],
    ['Highlights of the presentation include:', 'nothing'],
    ['Our main findings answer these questions:', 'nothing'],
    ['We recommended this. The procedures must:', 'nothing'],
    ['', 'nothing'],
  ];
  for (const [paragraph, expected] of cases) {
    it(`says ${expected} for ${JSON.stringify(paragraph)}`, () => {
      assert.equal(said(leadInCue(paragraph)), expected);
    });
  }
});

describe('announcesOther', () => {
  it('knows lists of chapters, questions and the like', () => {
    assert.equal(announcesOther('All of it counts. The guide has these chapters:'), true);
    assert.equal(announcesOther('These points matter:'), false);
    assert.equal(announcesOther('The chapters are many.'), false);
  });
});

describe('runInLabel', () => {
  it('finds labels before a point, with their length', () => {
    assert.deepEqual(runInLabel('Key takeaway: Ask first.')?.length, 14);
    assert.equal(
      said(runInLabel('Recommendation 2 – Ask first.')?.cue ?? null),
      'strong recommendation',
    );
    assert.equal(said(runInLabel('Finding 3: Nobody asked.')?.cue ?? null), 'strong keyPoint');
  });

  it('wants a number where the word alone says too little', () => {
    for (const text of [
      'Recommendation: ask',
      'Message: hello',
      'Key points matter',
      'Recommendations 2020',
      '',
    ]) {
      assert.equal(runInLabel(text), null, text);
    }
  });
});
