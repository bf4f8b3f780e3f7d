import path from 'node:path';

/** Where a server keeps what the extension stores for all windows. */
export function storageIn(dataFolder: string): string {
  return path.join(dataFolder, 'data/User/globalStorage/policy-paper-annotator.policy-annotator');
}
