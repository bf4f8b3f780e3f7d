import { createAnnotationLayer } from './annotationLayer.ts';
import { createAnnouncer } from './announcer.ts';
import { createCards } from './cards.ts';
import { createFootnotes } from './footnotes.ts';
import { listenToKeys } from './keyboard.ts';
import { followLinks, goTo, targetOf } from './links.ts';
import { listenToMarks } from './marks.ts';
import { handleMessage } from './messageHandling.ts';
import { connect, type Drafts } from './messenger.ts';
import { createNoteFocus } from './noteFocus.ts';
import { createReadingPage, type ReadingPage } from './readingPage.ts';
import { watchScrolling } from './scrollSync.ts';
import { createScrolling } from './scrolling.ts';
import {
  extendSelection,
  selectionStart,
  watchSelection,
  type PaperSelection,
} from './selectionWatch.ts';
import { createSelectionToolbar } from './selectionToolbar.ts';
import { buildSkeleton } from './skeleton.ts';
import { listenToPaper, offsetAtKeyboard } from './sourceKeys.ts';
import { createVisits } from './visits.ts';
import { words } from './words.ts';

const messenger = connect((message) => {
  handleMessage(page, message);
});
const announcer = createAnnouncer();
const skeleton = buildSkeleton({
  cancelReading: () => {
    messenger.send({ type: 'cancelReading', ...about() });
  },
  readAgain: () => {
    messenger.send({ type: 'readAgain', ...about() });
  },
  say: announcer.say,
});
const scrolling = createScrolling();
const visits = createVisits(scrolling.moveTo);
const layer = createAnnotationLayer();
let selection: PaperSelection | null = null;
let drafts: Drafts = {};
let offset = 0;

/** The paper that a wish is about. */
const about = (): { uri: string; version: number } => ({
  uri: page.state.uri,
  version: page.state.version,
});
const parts = (): ReadingPage['view']['parts'] => page.view.parts;
const keep = (): void => {
  messenger.keep({ uri: page.state.uri, offset }, drafts);
};
const revealSource = (at: number): void => {
  messenger.send({ type: 'revealSource', ...about(), offset: at });
};

const cards = createCards({
  pick: (id, what) => {
    messenger.send({ type: 'pickForAnnotation', ...about(), id, what });
  },
  remove: (id) => {
    messenger.send({ type: 'deleteAnnotation', ...about(), id });
  },
  removeReply: (id, reply) => {
    messenger.send({ type: 'writeReply', ...about(), id, reply, text: '' });
  },
  save: (id, { writing, text, before }) => {
    if (writing.what === 'note') {
      messenger.send({ type: 'editAnnotation', ...about(), id, edit: { note: text }, before });
    } else messenger.send({ type: 'writeReply', ...about(), id, reply: writing.id, text, before });
  },
  select: (id) => {
    focus.select(id);
  },
  leave: (id) => {
    focus.leave(id);
  },
  draftsChanged: (changed) => {
    drafts = changed;
    keep();
  },
  resized: () => {
    page.layOut();
  },
  letGo: () => {
    page.drawNotes();
  },
});
const focus = createNoteFocus({
  layer,
  cards,
  scrolling,
  announcer,
  layOut: () => {
    page.layOutNow();
  },
  tell: (id) => {
    messenger.send({ type: 'annotationSelected', ...about(), id });
  },
  dropSelection: ({ start, end }) => {
    const now = page.selection()?.source;
    if (now && now.start <= start && end <= now.end) document.getSelection()?.removeAllRanges();
  },
});
const toolbar = createSelectionToolbar({
  create: (category, then) => {
    if (selection === null) return;
    messenger.send({ type: 'createAnnotation', ...about(), ...selection.source, category, then });
    document.getSelection()?.removeAllRanges();
  },
  copy: () => {
    if (selection !== null) messenger.send({ type: 'copyQuote', ...about(), ...selection.source });
  },
});
const page = createReadingPage({
  skeleton,
  messenger,
  scrolling,
  layer,
  cards,
  focus,
  toolbar,
  visits,
});

const arrived = (target: HTMLElement): void => {
  announcer.say(target.textContent.trim().slice(0, 200));
};
const footnotes = createFootnotes(skeleton.paper, (href) => {
  const target = targetOf(skeleton.paper, href);
  if (target === null) return;
  visits.leave(() => {
    goTo(target);
  });
  arrived(target);
});
skeleton.main.append(toolbar.element, footnotes.element, announcer.element);
skeleton.main.after(cards.column, cards.orphans);

followLinks(
  skeleton.page,
  visits,
  (href) => {
    messenger.send({ type: 'openLink', ...about(), href });
  },
  arrived,
);
listenToMarks(skeleton.paper, focus, (id) => {
  cards.cardOf(id)?.focus({ preventScroll: true });
});
listenToMarks(skeleton.pages, focus, (id) => {
  cards.cardOf(id)?.focus({ preventScroll: true });
});
listenToPaper(skeleton.paper, parts, revealSource);
watchScrolling(page.offsetAtTop, scrolling, (at) => {
  offset = at;
  keep();
  messenger.send({ type: 'scrolled', ...about(), offset: at });
});
watchSelection(page.selection, (next) => {
  if (document.activeElement?.closest('.toolbar') !== null && next !== null) return;
  const isSame =
    next?.source.start === selection?.source.start && next?.source.end === selection?.source.end;
  selection = next;
  toolbar.show(next);
  if (isSame) return;
  if (next !== null) announcer.say(words.toolbarShown);
  messenger.send({ type: 'selectionChanged', ...about(), selection: next?.source ?? null });
});
listenToKeys({
  toolbar: toolbar.focus,
  escape: () => {
    if (footnotes.close()) return true;
    if (selection !== null) {
      document.getSelection()?.removeAllRanges();
      return true;
    }
    if (focus.selected === null) return false;
    focus.select(null);
    return true;
  },
  back: visits.back,
  forward: visits.forward,
  revealSource: () => {
    const at = offsetAtKeyboard(parts());
    if (at !== null) revealSource(at);
    return at !== null;
  },
  nextNote: () => focus.step(1),
  previousNote: () => focus.step(-1),
  extend: (direction, by) => {
    const { view } = page.pages;
    return view
      ? extendSelection(skeleton.pages, view.firstInSight, direction, by)
      : extendSelection(skeleton.paper, () => selectionStart(parts()), direction, by);
  },
});
messenger.send({ type: 'ready' });
