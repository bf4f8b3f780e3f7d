import * as vscode from 'vscode';
import type { AnnotationStorage } from './createStorage.ts';
import { pathInFolder } from './presentArchive.ts';
import type { PaperHealth, StoreFolder, StoreHealth } from './storeHealth.ts';

/** Most papers and files that a list names. */
const mostNamed = 50;

/** The report on a store as Markdown, for people. */
export function storeReport(storage: AnnotationStorage, health: StoreHealth): string {
  const problems = problemsIn(storage, health);
  const isWell = vscode.l10n.t(
    'Everything is well: what is shown, the journal and the state agree.',
  );
  return [
    `# ${vscode.l10n.t('Annotation Store')}`,
    '',
    vscode.l10n.t('Checked on {0}.', new Date().toLocaleString(vscode.env.language)),
    ...section(vscode.l10n.t('Health'), problems.length === 0 ? [isWell] : bullets(problems)),
    ...section(vscode.l10n.t('Where annotations are kept'), places(storage)),
    ...section(vscode.l10n.t('Sizes'), sizes(health)),
    ...section(vscode.l10n.t('Papers and orphans'), papers(health)),
    ...section(vscode.l10n.t('Back-ups'), backups(health)),
    '',
  ].join('\n');
}

function problemsIn(storage: AnnotationStorage, health: StoreHealth): readonly string[] {
  const { store, place } = storage;
  const aside = health.folders.flatMap((folder) =>
    folder.aside.map((name) => `${folder.name}/${name}`),
  );
  return [
    ...(store.safety === 'memory' && place.isInBrowser
      ? [
          vscode.l10n.t(
            'The last changes are in this window only. Free disk space or remove data of this site, or export all annotations before you close the window.',
          ),
        ]
      : []),
    ...(store.safety === 'memory' && !place.isInBrowser
      ? [
          vscode.l10n.t(
            'The last changes are in this window only. Free disk space or make “{0}” writable.',
            place.root.fsPath,
          ),
        ]
      : []),
    ...(store.safety === 'state'
      ? [
          vscode.l10n.t(
            'The journal can’t be written: only the state has the last changes, and a crash may lose them. Free disk space or make “{0}” writable.',
            place.root.fsPath,
          ),
        ]
      : []),
    ...(health.journal.isReadOnly || store.problems.some(({ kind }) => kind === 'newer')
      ? [
          vscode.l10n.t(
            'A newer version wrote some of what is stored: update this extension to change it.',
          ),
        ]
      : []),
    ...(health.journal.problems.some(({ kind }) => kind === 'missing')
      ? [vscode.l10n.t('Files of the journal are missing. A back-up may hold what was in them.')]
      : []),
    // What is not written yet is no difference.
    ...(store.safety === 'saved' ? health.differing : []).map((uri) =>
      vscode.l10n.t(
        'The journal says something else than what is shown of {0}. Reload the window; if annotations are missing, restore a back-up.',
        nameOf(uri),
      ),
    ),
    ...named(aside).map((name) =>
      vscode.l10n.t(
        'Could not be read and was set aside unchanged: {0}. What is whole in it is shown; a back-up may hold the rest. You may delete the file.',
        `\`${name}\``,
      ),
    ),
  ];
}

function places({ place }: AnnotationStorage): readonly string[] {
  const first =
    place.kind === 'workspace'
      ? vscode.l10n.t('In the state that Visual Studio Code keeps for the open folder.')
      : vscode.l10n.t(
          'No folder is open: in the state that Visual Studio Code keeps for this computer, shared by all windows without a folder.',
        );
  if (place.isInBrowser) {
    return bullets([
      first,
      vscode.l10n.t(
        'State, journal and back-ups are in this browser’s data for this site. Clearing them removes all annotations: “Export All Annotations…” makes a file of them.',
      ),
    ]);
  }
  return bullets([first, vscode.l10n.t('Journal and back-ups: {0}', `\`${place.root.fsPath}\``)]);
}

/** A list: the columns of a table are broken in an editor that is narrow. */
function sizes({ folders, largest, all }: StoreHealth): readonly string[] {
  return bullets([
    vscode.l10n.t('In the state, all papers: {0}', kilobytes(all)),
    vscode.l10n.t('In the state, the largest paper: {0}', kilobytes(largest)),
    ...folders
      .filter(({ files }) => files > 0)
      .map(({ name, files, bytes }) =>
        vscode.l10n.t(
          '{0}, {1}: files: {2}, {3}',
          `\`${name}\``,
          contentOf(name),
          files,
          kilobytes(bytes),
        ),
      ),
  ]);
}

function contentOf(name: StoreFolder): string {
  switch (name) {
    case 'journal':
      return vscode.l10n.t('the last changes');
    case 'papers':
      return vscode.l10n.t('what earlier changes came to');
    case 'values':
      return vscode.l10n.t('what can be undone, rules for publishers');
    case 'backups':
      return vscode.l10n.t('back-ups');
    case 'texts':
      return vscode.l10n.t('texts that annotations were made on');
    case 'aside':
      return vscode.l10n.t('what could not be read');
  }
}

function papers({ papers: all }: StoreHealth): readonly string[] {
  const annotations = all.reduce((sum, each) => sum + each.annotations, 0);
  const counted = vscode.l10n.t('Papers: {0}. Annotations: {1}.', all.length, annotations);
  const gone = all.filter(({ isThere }) => !isThere);
  const withOrphans = all.filter(({ orphans }) => (orphans ?? 0) > 0);
  const line = ({ uri, annotations: count }: PaperHealth) =>
    vscode.l10n.t('{0}: its file is not there; annotations kept: {1}', nameOf(uri), count);
  const orphanLine = ({ uri, orphans }: PaperHealth) =>
    vscode.l10n.t('{0}: passages not found: {1}', nameOf(uri), orphans ?? 0);
  const list = [...gone.map(line), ...withOrphans.map(orphanLine)];
  return [
    counted,
    '',
    ...(list.length === 0
      ? [vscode.l10n.t('Every paper is there, and every passage that was looked for is found.')]
      : bullets(named(list))),
  ];
}

function backups({ backups: all }: StoreHealth): readonly string[] {
  if (all.length === 0) return [vscode.l10n.t('None yet.')];
  return bullets(
    all.map(({ time, annotations, papers: count, isWhole }) => {
      const when = new Date(time).toLocaleString(vscode.env.language);
      return isWhole
        ? vscode.l10n.t('{0}: annotations: {1}, papers: {2}', when, annotations, count)
        : vscode.l10n.t('{0}: can’t be read, its file is damaged', when);
    }),
  );
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return ['', `## ${title}`, '', ...lines];
}

function bullets(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `- ${line}`);
}

function named(lines: readonly string[]): readonly string[] {
  if (lines.length <= mostNamed) return lines;
  const more = vscode.l10n.t('and {0} more', lines.length - mostNamed);
  return [...lines.slice(0, mostNamed), more];
}

function nameOf(uri: string): string {
  return `\`${pathInFolder(uri) || vscode.Uri.parse(uri).fsPath}\``;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
