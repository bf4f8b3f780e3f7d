import { remembered } from './remembered.ts';

/** A cue for site text: words that sites print around a paper, and what to call them. */
interface SiteCue {
  readonly pattern: RegExp;
  readonly evidence: string;
}

const word = (...words: readonly string[]): string => `(?:${words.join('|')})`;

const shareWords = word(
  ...['print', 'share', 'download', 'pdf', 'e-?mail', 'tweet', 'facebook', 'twitter', 'linkedin'],
  ...['whatsapp', 'x', 'bluesky', 'mastodon', 'reddit', 'copy', 'link', 'save', 'cite', 'listen'],
  ...['this', 'page', 'article', 'paper', 'report', 'on', 'via', 'to', 'the', 'as', 'a', 'by'],
  ...['ebook', 'for', 'free', 'read', 'publication', 'drucken', 'teilen', 'imprimer', 'partager'],
  ...['imprimir', 'compartir', 'descargar', 'télécharger', 'herunterladen', 'citation', 'pdfread'],
);
const shareCue =
  '(?=.*\\b(?:print|share|download|e-?mail|tweet|facebook|twitter|linkedin|whatsapp|cite|pdf|pdfread|drucken|teilen|imprimer|partager|imprimir|compartir|descargar|télécharger|herunterladen)\\b)';
const networks = word(
  ...['facebook', 'twitter', 'x', 'linkedin', 'instagram', 'youtube', 'flickr', 'google\\+', 'rss'],
  ...['whatsapp', 'telegram', 'mastodon', 'bluesky', 'threads', 'tiktok', 'snapchat', 'medium'],
  ...['e-?mail', 'soundcloud', 'vimeo', 'github', 'pinterest', 'podcast', 'tumblr', 'xing'],
);
const legal = word(
  ...[
    'privacy(?: (?:policy|notice|statement))?',
    'terms(?: (?:of|and) (?:use|service|conditions))?',
  ],
  ...[
    'accessibility(?: statement)?',
    'cookie (?:policy|statement|settings|preferences)',
    'cookies',
  ],
  ...['legal(?: notices?)?', 'imprint', 'impressum', 'datenschutz(?:erklärung)?', 'sitemap'],
  ...[
    'site ?map',
    'contact(?: us)?',
    'careers',
    'jobs',
    'press(?: room)?',
    'help(?: desk)?',
    'faqs?',
  ],
  ...[
    'frequently asked questions',
    'copyright(?: information)?',
    'mentions légales',
    'aviso legal',
  ],
  ...[
    'disclaimers?',
    'feedback',
    'subscribe',
    'donate(?: now)?',
    'foia',
    'no fear act',
    'usa\\.gov',
  ],
  ...[
    'política de privacidad',
    'politique de confidentialité',
    'kontakt',
    'en español',
    'français',
  ],
);

const cues: readonly SiteCue[] = [
  {
    pattern:
      /^(?:skip|jump) (?:to|all|over|navigation|front)\b.{0,60}$|^zum (?:haupt)?inhalt\b.{0,30}$|^aller au contenu\b.{0,30}$|^(?:saltar|ir) al contenido\b.{0,30}$|^jump to$/u,
    evidence: 'skip link',
  },
  {
    pattern:
      /^(?:(?:log|sign)[ -]?(?:in|out|on|up)|login|logout|register(?: (?:now|here|for|as)\b.{0,40})?$|create (?:an |your |new )?account|(?:request|reset) (?:a )?(?:new )?password|forgot (?:your )?password|my account|anmelden|abmelden|connexion|se connecter|iniciar sesión)\b.{0,40}$/u,
    evidence: 'log-in links',
  },
  {
    pattern: new RegExp(`^${shareCue}${shareWords}(?:[\\s,|•/&]+${shareWords}){0,9}$`, 'u'),
    evidence: 'print and share links',
  },
  {
    pattern:
      /^(?:no|\d{1,5}) (?:comments?|replies|kommentare?|commentaires?|comentarios?)$|^(?:leave|add|post) (?:a|your) (?:comment|reply)$|^comments? ?(?:\(\d+\)|are closed\.?|off)$/u,
    evidence: 'comment count',
  },
  {
    pattern: /^\d{1,3}[ -]?(?:min(?:ute)?s?)(?: read(?:ing time)?)?$|^reading time\b.{0,20}$/u,
    evidence: 'reading time',
  },
  {
    pattern: new RegExp(
      `^(?:follow (?:us )?(?:on )?)?@?${networks}(?:[\\s,|•/]+${networks}){0,9}$`,
      'u',
    ),
    evidence: 'social media links',
  },
  {
    pattern: /^follow @?\S{1,40}$|^(?:find|follow|connect with|join) us\b.{0,50}$/u,
    evidence: 'social media links',
  },
  { pattern: new RegExp(`^${legal}(?:[\\s,|•/]+${legal}){0,9}$`, 'u'), evidence: 'footer links' },
  { pattern: /^footer:.{1,80}$/u, evidence: 'footer' },
  {
    pattern:
      /^(?:©|(?:\(c\)|copyright) (?:©|by\b|(?:19|20)\d\d)).{0,200}$|\ball rights reserved\b.{0,80}$|^powered by\b.{0,80}$/u,
    evidence: 'copyright line',
  },
  {
    pattern:
      /^(?:creative commons|cc[ -]by)\b.{0,60}$|^except where otherwise noted\b.{0,200}$|^unless otherwise (?:noted|stated)\b.{0,160}\blicen[sc]ed\b.{0,120}$/u,
    evidence: 'licence',
  },
  {
    pattern:
      /\b(?:we|this (?:web ?)?site|our (?:web ?)?site|(?:diese|unsere) (?:web)?site|ce site|este sitio)\b.{0,40}\b(?:uses?|using|verwende[nt]|nutzt|utilise|utiliza)\b.{0,40}\bcookies\b/u,
    evidence: 'cookie notice',
  },
  {
    pattern:
      /^(?:(?:main|site|mobile|show|hide) )?(?:menu|navigation|search)(?: (?:\[close\]|toggle|search|menu|bar|box|form|site|this site))*$|^(?:toggle|open|close) (?:menu|navigation|search)\b.{0,40}$|^(?:suche|recherche(?:r)?|buscar|menü)$/u,
    evidence: 'menu',
  },
  {
    pattern:
      /^(?:home|startseite|accueil|inicio)(?:\s*[>»/›]\s*.{1,120})?$|^you are here:?.{0,120}$/u,
    evidence: 'breadcrumb',
  },
  {
    pattern:
      /^(?:back to (?:the )?top|top of page|go to top|nach oben|previous|next|previous page|next page|page \d{1,4} ?:|more|less|more less|close|\[close\].{0,10}|show more|show less|load more)$/u,
    evidence: 'page controls',
  },
  {
    pattern:
      /^(?:read|learn|see|view|show|find out|discover) (?:all|more)(?: .{1,60})?\s?(?:[»>→]+|\.\.\.)?$|^(?:mehr (?:lesen|erfahren)|en savoir plus|lire la suite|leer más)\s?[»>→]*$/u,
    evidence: 'link to more',
  },
  {
    pattern: /^(?:view|see|read|browse) (?:other|more|all|further)\b.{1,140}\b(?:here|online)$/u,
    evidence: 'link to other papers',
  },
  {
    pattern:
      /^(?:subscribe|sign up|stay (?:up[ -]to[ -]date|informed|connected)|get (?:email|e-mail) updates|get updates|join our)\b.{0,120}$|^e-?mail(?: address)?$|^your (?:name|e-?mail)$|^\[\s*\](?:\s*\[?\w+\]?){0,3}$/u,
    evidence: 'newsletter form',
  },
  {
    pattern:
      /^(?:donate|support (?:us|our work)|give now|make a (?:gift|donation)|help us)\b.{0,60}$/u,
    evidence: 'donation link',
  },
  {
    pattern:
      /\bno longer (?:being )?(?:updated|maintained)\b|^this (?:is|page is|site is|content is)(?: an?)? (?:historical|archived)\b/u,
    evidence: 'archive notice',
  },
  { pattern: /^(?:[a-z#](?:[\s,|•·]+|$)){8,}$/u, evidence: 'A–Z list' },
  {
    pattern: /^(?:advertisement|sponsored|anzeige|publicité|publicidad)$/u,
    evidence: 'advertisement',
  },
  {
    pattern: /^(?:photo|image|picture) (?:credits?|by|courtesy)\b.{0,100}$/u,
    evidence: 'image credit',
  },
];

/** Longer passages are read, not clicked. */
const longest = 420;

/** What a passage is known for as site text by its own words, in words fit to show; null for others. */
export function siteCue(text: string): string | null {
  return text.length > longest ? null : cueOf(text);
}

const cueOf = remembered((text) => {
  const folded = text
    .toLowerCase()
    .replace(/[\s\u200b]+/gu, ' ')
    .trim();
  if (folded === '') return 'nothing printed';
  return cues.find(({ pattern }) => pattern.test(folded))?.evidence ?? null;
});
