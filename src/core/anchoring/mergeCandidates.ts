import type { Candidate } from './candidate.ts';

/** Of candidates that overlap, the one with most of the quote and context. */
export function mergeCandidates(candidates: Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates.sort(byWorth)) {
    if (!overlapsAny(kept, candidate)) kept.push(candidate);
  }
  return kept;
}

function byWorth(a: Candidate, b: Candidate): number {
  return worthOf(b) - worthOf(a);
}

function worthOf({ quote, before, behind }: Candidate): number {
  return 2 * quote + (before ?? 0) + (behind ?? 0);
}

function overlapsAny(others: readonly Candidate[], { start, end }: Candidate): boolean {
  for (const other of others) {
    if (other.start < end && start < other.end) return true;
    if (other.start === start && other.end === end) return true;
  }
  return false;
}
