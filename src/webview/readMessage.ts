import type { ToWebview } from '../core/protocol.ts';

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => Number.isSafeInteger(value);
const isFlag: Check = (value) => typeof value === 'boolean';
const isList: Check = (value) => Array.isArray(value);
const isPresent: Check = (value) => value !== undefined;
const isObject: Check = (value) => typeof value === 'object' && value !== null;

const about: Shape = { uri: isText, version: isNumber };

/** The schema library stays out of the page: what is checked is what would break the page if it were missing. */
const shapes: Readonly<Record<ToWebview['type'], Shape>> = {
  paperChanged: { ...about, changes: isList, baseUri: isText, remoteImages: isFlag },
  annotationsChanged: { ...about, annotations: isList },
  settingsChanged: { settings: isObject },
  revealRange: { ...about, start: isNumber, end: isNumber, flash: isFlag },
  scrollToSource: { ...about, offset: isNumber },
  activeOffsetChanged: { ...about, offset: isNumber },
  selectAnnotation: { ...about, id: isText, edit: isFlag },
  writingRefused: { ...about, id: isText, writing: isObject, text: isText, before: isText },
  pagesChanged: { ...about, pages: isPresent },
  readingProgressed: { ...about, progress: isPresent },
  noticesChanged: { ...about, notices: isList },
  paperFailed: { ...about, message: isText, again: isFlag },
};

/** The message in `data`, or null where it is none that the page knows. */
export function readMessage(data: unknown): ToWebview | null {
  if (typeof data !== 'object' || data === null) return null;
  const fields = data as Readonly<Record<string, unknown>>;
  const type = fields['type'];
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) return null;
  const shape = Object.entries(shapes[type as ToWebview['type']]);
  return shape.every(([name, isFine]) => isFine(fields[name])) ? (data as ToWebview) : null;
}
