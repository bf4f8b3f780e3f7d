// npm run --silent inspect -- FILE
// Prints what is read of a paper as one JSON object. An unreadable file: one line and the exit code 1.
import process from 'node:process';
import { loadCore } from './loadCore.mjs';
import { PlainError, main } from './project.mjs';
import { readPaperFile } from './readPaperFile.mjs';

await main(async () => {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) throw new PlainError('Usage: npm run inspect -- FILE');
  const { name, text, format, notes } = await readPaperFile(file);
  const { readPaper, summarizePaper } = await loadCore();
  const report = summarizePaper(readPaper(text, { format, name }));
  const problems = [...notes, ...report.problems];
  process.stdout.write(`${JSON.stringify({ ...report, problems }, null, 2)}\n`);
});
