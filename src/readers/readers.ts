/** What scripts and measurements call; the workers of the extension import the files themselves. */
export { htmlReader } from './html/htmlReader.ts';
export { sniff } from './sniff/sniff.ts';
export { wordReader } from './word/wordReader.ts';
