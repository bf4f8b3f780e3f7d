/** A file or folder that got another URI. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** The URI after renames of files, or of folders that hold it. */
export function renamedUri(uri: string, renames: readonly Rename[]): string {
  for (const { from, to } of renames) {
    if (uri === from) return to;
    if (uri.startsWith(`${from}/`)) return to + uri.slice(from.length);
  }
  return uri;
}
