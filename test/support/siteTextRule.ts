import type { PublisherRule } from '../../src/core/paper/roles/publisherRules.ts';

/** A rule for a text of one publisher. */
export function siteTextRule(
  text: string,
  role: PublisherRule['role'] = 'siteText',
): PublisherRule {
  return { publisher: 'Coastal Review', text, role };
}
