// An original phrase grammar for policy prose. Nothing in it is quoted from a real paper.
// {slot} expands from `slots`; {#y}, {#pct}, {#m}, {#n}, {#ref} are numbers of various kinds.
import { readFileSync } from 'node:fs';

export const grammar = JSON.parse(
  readFileSync(new URL('./policyGrammar.json', import.meta.url), 'utf8'),
);
