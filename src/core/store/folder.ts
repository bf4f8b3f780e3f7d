/**
 * A folder of small files. Every method may reject (no room, no permission); whoever calls one says
 * what becomes of that.
 */
export interface Folder {
  /** Names of the files in it; none if there is no such folder. */
  list(): Promise<readonly string[]>;
  /** The file's text, or null if there is no such file. Bytes that are no UTF-8 become U+FFFD. */
  read(name: string): Promise<string | null>;
  /** Writes the file whole, making the folder if need be. Not atomic. */
  write(name: string, text: string): Promise<void>;
  /** Gives a file another name, in the place of one that has it. */
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** What a file is called while it is written. */
const unfinished = '.new';

/** Writes a file so that others see it whole or not at all. */
export async function writeWhole(folder: Folder, name: string, text: string): Promise<void> {
  await folder.write(name + unfinished, text);
  await folder.rename(name + unfinished, name);
}

const damaged = '.damaged';

/**
 * Gives a file that can't be read another name, under which it stays; `names` are those in the folder.
 * Gives the new name, or the old one where that is not possible.
 */
export async function setAside(
  folder: Folder,
  name: string,
  names: readonly string[],
): Promise<string> {
  let count = 1;
  while (names.includes(`${name}.${count}${damaged}`)) count += 1;
  const aside = `${name}.${count}${damaged}`;
  try {
    await folder.rename(name, aside);
    return aside;
  } catch {
    return name;
  }
}

/** Whether the name is that of a file that was set aside. */
export function isSetAside(name: string): boolean {
  return name.endsWith(damaged);
}

/** Whether the name is that of a file that was never finished. */
export function isUnfinished(name: string): boolean {
  return name.endsWith(unfinished);
}
