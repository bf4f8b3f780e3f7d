import { remembered } from './remembered.ts';

/** What a heading announces, as far as papers agree on words for it. */
export type HeadingMeaning =
  | 'summary'
  | 'keyPoints'
  | 'recommendations'
  | 'contents'
  | 'section'
  | 'references'
  | 'footnotes'
  | 'disclaimer'
  | 'about'
  | 'related'
  | 'associatedFiles'
  | 'tags'
  | 'siteText';

/** The words of headings in English, German, French and Spanish, folded as by `foldHeading`. */
const headingWords: Readonly<Record<HeadingMeaning, readonly string[]>> = {
  summary: [
    ...['overview', 'summary', 'executive summary', 'abstract', 'synopsis', 'précis', 'in brief'],
    ...['at a glance', 'summary and overview', 'policy summary', 'short summary'],
    ...['zusammenfassung', 'überblick', 'kurzfassung', 'auf einen blick', 'kurz gefasst'],
    ...['résumé', 'résumé exécutif', 'synthèse', "vue d'ensemble", 'en bref', 'aperçu'],
    ...['resumen', 'resumen ejecutivo', 'síntesis', 'sumario', 'panorama general'],
  ],
  keyPoints: [
    ...['key points', 'key findings', 'key takeaways', 'takeaways', 'key messages', 'main points'],
    ...['main findings', 'main messages', 'highlights', 'key results', 'key judgments'],
    ...['key judgements', 'key facts', 'key insights', 'top lines', 'top line', 'bottom line'],
    ...['bottom line up front', 'bluf', 'the big idea', 'in this briefing', 'key points to note'],
    ...['key lessons', 'key conclusions', 'principal findings', 'key takeaway', 'what gao found'],
    ...['kernpunkte', 'kernaussagen', 'das wichtigste in kürze', 'wichtigste ergebnisse'],
    ...['wesentliche erkenntnisse', 'zentrale ergebnisse', 'unsere forderungen'],
    ...['points clés', 'messages clés', 'points à retenir', "l'essentiel", 'principaux constats'],
    ...['principales conclusions', 'faits saillants', 'à retenir'],
    ...['puntos clave', 'mensajes clave', 'conclusiones clave', 'principales hallazgos'],
    ...['hallazgos clave', 'ideas clave'],
  ],
  recommendations: [
    ...['recommendations', 'policy recommendations', 'recommendation', 'key recommendations'],
    ...[
      'summary of recommendations',
      'recommendations for executive action',
      'our recommendations',
    ],
    ...['recommended actions', 'required actions', 'policy options', 'next steps', 'action items'],
    ...['next steps and recommendations', 'conclusions and recommendations', 'policy implications'],
    ...['what gao recommends', 'what should be done', 'the way forward', 'way forward'],
    ...['empfehlungen', 'handlungsempfehlungen', 'politikempfehlungen', 'nächste schritte'],
    ...['recommandations', 'recommandations politiques', 'prochaines étapes'],
    ...['recomendaciones', 'recomendaciones de política', 'próximos pasos'],
  ],
  contents: [
    ...['contents', 'table of contents', 'in this report', 'in this paper', 'on this page'],
    ...['inhalt', 'inhaltsverzeichnis', 'sommaire', 'table des matières', 'contenido', 'índice'],
  ],
  section: [
    ...['introduction', 'background', 'conclusion', 'conclusions', 'methodology', 'methods'],
    ...['discussion', 'analysis', 'foreword', 'preface', 'annex', 'appendix', 'glossary'],
    ...['abbreviations', 'acronyms', 'context', 'findings', 'results', 'implications', 'outlook'],
    ...['most recent developments', 'research questions', 'why it matters', 'lessons learned'],
    ...['why gao did this study', "what's new", 'why did it happen', 'why does it matter'],
    ...['what is the problem', 'acknowledgements', 'acknowledgments', 'scope', 'definitions'],
    ...[
      'einleitung',
      'hintergrund',
      'fazit',
      'schlussfolgerungen',
      'ausblick',
      'anhang',
      'vorwort',
    ],
    ...['contexte', 'annexe', 'avant-propos', 'méthodologie', 'remerciements'],
    ...['introducción', 'antecedentes', 'conclusión', 'conclusiones', 'metodología', 'anexo'],
  ],
  references: [
    ...[
      'references',
      'bibliography',
      'works cited',
      'main references',
      'sources',
      'further reading',
    ],
    ...['select bibliography', 'literatur', 'literaturverzeichnis', 'quellen', 'bibliographie'],
    ...['références', 'références bibliographiques', 'referencias', 'bibliografía', 'fuentes'],
  ],
  footnotes: [
    ...['notes', 'endnotes', 'footnotes', 'end notes', 'anmerkungen', 'fußnoten', 'endnoten'],
    ...['notes de bas de page', 'notas', 'notas al pie'],
  ],
  disclaimer: [
    ...['disclaimer', 'disclaimers', 'disclosure', 'disclosures', 'legal notice'],
    ...[
      'haftungsausschluss',
      'avertissement',
      'clause de non-responsabilité',
      'descargo de responsabilidad',
    ],
  ],
  about: [
    ...['about the author', 'about the authors', 'about the author(s)', 'about the report'],
    ...[
      'about the paper',
      'about this paper',
      'about this report',
      'about the series',
      'biography',
    ],
    ...['author information', 'contributors', 'über den autor', 'über die autorin'],
    ...['über die autoren', 'zu den autoren', "à propos de l'auteur", 'à propos des auteurs'],
    ...['sobre el autor', 'sobre la autora', 'sobre los autores'],
  ],
  related: [
    ...['related content', 'related', 'related stories', 'related publications', 'related posts'],
    ...['related articles', 'related reading', 'related topics and stories', 'see also'],
    ...['more on this topic', 'more from this author', 'you may also like', 'you might also like'],
    ...['recommended reading', 'read further', 'further publications', 'latest publications'],
    ...['verwandte beiträge', 'mehr zum thema', 'das könnte sie auch interessieren'],
    ...['contenus associés', 'sur le même sujet', 'articles similaires', 'à lire aussi'],
    ...['contenido relacionado', 'artículos relacionados', 'te puede interesar'],
  ],
  associatedFiles: [
    ...['associated files', 'attachments', 'downloads', 'available downloads', 'documents'],
    ...['full document', 'related files', 'supporting documents', 'dateien', 'dokumente'],
    ...[
      'fichiers associés',
      'pièces jointes',
      'téléchargements',
      'archivos asociados',
      'descargas',
    ],
  ],
  tags: [
    ...['tags', 'topics', 'keywords', 'key words', 'filed under', 'regions', 'issues', 'subjects'],
    ...['related topics', 'subject(s)', 'tagged', 'categories', 'topics and regions'],
    ...['schlagworte', 'schlagwörter', 'themen', 'stichworte', 'mots-clés', 'mots clés', 'thèmes'],
    ...['étiquettes', 'palabras clave', 'etiquetas', 'temas'],
  ],
  siteText: [
    ...['menu', 'main menu', 'navigation', 'search', 'share', 'share this', 'follow us', 'follow'],
    ...['connect', 'connect with us', 'find us on social media', 'social media', 'newsletter'],
    ...['subscribe', 'sign up', 'stay up to date', 'get email updates', 'donate', 'support us'],
    ...['contact', 'contact us', 'comments', 'leave a comment', 'leave a reply', 'cookies'],
    ...[
      'cookie settings',
      'quick links',
      'useful links',
      'site map',
      'photo credits',
      'you are here',
    ],
    ...['page navigation', 'breadcrumb', 'log in', 'login', 'user login', 'language', 'languages'],
    ...['folgen sie uns', 'teilen', 'kontakt', 'partager', 'suivez-nous', 'compartir', 'síganos'],
  ],
};

const numbering = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[ivxlc]{1,5}[.)]|[a-z][.)])\s+/u;

/** A heading as its words are compared: lower case, straight quotes, no number before or colon behind it. */
function foldHeading(text: string): string {
  const folded = text.slice(0, 120).normalize('NFC').toLowerCase().replace(/[‘’]/gu, "'");
  const bare = folded
    .replace(/[\s*_#]+/gu, ' ')
    .trim()
    .replace(numbering, '');
  return bare.replace(/[\s:.?!»>]+$/u, '');
}

const meanings: ReadonlyMap<string, HeadingMeaning> = new Map(
  (Object.keys(headingWords) as HeadingMeaning[]).flatMap((meaning) =>
    headingWords[meaning].map((words): [string, HeadingMeaning] => [words, meaning]),
  ),
);

/** What a heading announces by its words, or null for words that are the paper's own. */
export function headingMeaning(text: string): HeadingMeaning | null {
  return text.length > 120 ? null : meaningOf(text);
}

const meaningOf = remembered((text) => meanings.get(foldHeading(text)) ?? null);
