import { unifyLineEnds } from '../../core/navigation/lineEnds.ts';
import { summarise } from '../../core/navigation/paperSummary.ts';
import { readDocument } from '../../core/paper/document/readDocument.ts';
import type { PaperDocument } from '../../core/paper/document/paperDocument.ts';
import type { DocumentFormat } from '../../core/paper/paper.ts';
import { readPaper } from '../../core/paper/readPaper.ts';
import type { DocumentReader, ReaderOptions } from '../reader.ts';
import { sniff } from '../sniff/sniff.ts';
import type { FromReader, ReadFile, ReaderResult, ToReader } from './messages.ts';

/** What a worker's script talks by: the names of a Web Worker, which the host gives a thread too. */
const worker = globalThis as unknown as {
  postMessage(message: FromReader, transfer?: readonly ArrayBuffer[]): void;
  onmessage: ((event: { readonly data: ToReader }) => void) | null;
};

type Request = Extract<ToReader, { readonly type: 'read' }>;

/** Loads a file that is packaged with the readers; fails where there is no such file. */
export type LoadAsset = (name: string) => Promise<Uint8Array>;

/** Lets the host ask the reader of one format; the script of its worker does nothing else. */
export function serve(
  format: DocumentFormat,
  createReader: (load: LoadAsset) => DocumentReader,
): void {
  const loads = new Map<string, (bytes: Uint8Array | null) => void>();
  const reader = createReader(async (name) => {
    const loaded = new Promise<Uint8Array | null>((resolve) => loads.set(name, resolve));
    worker.postMessage({ type: 'load', name });
    const bytes = await loaded;
    if (bytes === null) throw new Error(`There is no ${name}`);
    return bytes;
  });

  worker.onmessage = ({ data }) => {
    if (data.type === 'read') void answer(data);
    else loads.get(data.name)?.(data.bytes);
  };

  const answer = async (request: Request) => {
    const { bytes, name } = request;
    const sniffed = sniff(bytes, name);
    if (!sniffed.ok) give(sniffed);
    else if ('text' in sniffed) {
      const text = unifyLineEnds(sniffed.text);
      giveFile(request, { format: sniffed.format, text, notes: sniffed.notes });
    } else if (sniffed.format !== format) {
      const { buffer } = bytes;
      const transfer = buffer instanceof ArrayBuffer ? [buffer] : [];
      worker.postMessage({ type: 'other', format: sniffed.format, bytes }, transfer);
    } else await read(request, sniffed.notes);
  };

  const read = async (request: Request, notes: readonly string[]) => {
    const noted = (document: PaperDocument): ReadFile => ({
      format,
      version: reader.version,
      document: { ...document, problems: [...notes, ...document.problems] },
    });
    const options: ReaderOptions = {
      name: request.name,
      onProgress(done, total) {
        worker.postMessage({ type: 'progress', done, total });
      },
    };
    const onBeginning = (document: PaperDocument) => {
      worker.postMessage({ type: 'beginning', file: noted(document) });
    };
    const isWhole = request.wanted === 'file';
    const result = await reader.read(
      request.bytes,
      isWhole ? { ...options, onBeginning } : options,
    );
    if (result.ok) giveFile(request, noted(result.document));
    else give(result);
  };
}

function give(result: ReaderResult): void {
  worker.postMessage({ type: 'result', result });
}

function giveFile({ name, wanted }: Request, file: ReadFile): void {
  if (wanted === 'file') give({ ok: true, wanted, file });
  else give({ ok: true, wanted, summary: summarise(paperOf(file, name)) });
}

function paperOf(file: ReadFile, name: string) {
  return 'text' in file
    ? readPaper(file.text, { format: file.format, name })
    : readDocument(file.document, { format: file.format, name });
}
