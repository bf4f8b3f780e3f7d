import type { Annotation, PaperRecord, RoleCorrection } from './annotation.ts';
import { changedFields, withFields, type AnnotationFields } from './editAnnotation.ts';
import { mergedFields } from './mergeFields.ts';

/**
 * One change to one paper's record, as a plain value with all that its inverse needs. An edit names
 * its fields, so that taking it back leaves later changes to other fields alone.
 */
export type Change =
  | { readonly type: 'add'; readonly uri: string; readonly annotation: Annotation }
  | { readonly type: 'remove'; readonly uri: string; readonly annotation: Annotation }
  | {
      readonly type: 'edit';
      readonly uri: string;
      readonly id: string;
      readonly from: AnnotationFields;
      readonly to: AnnotationFields;
    }
  | {
      readonly type: 'correctRoles';
      readonly uri: string;
      readonly removed: readonly RoleCorrection[];
      readonly added: readonly RoleCorrection[];
    };

/** What the analyst did in one step, over one annotation or many. */
export type Action = readonly Change[];

/** The change that sets these fields, or null if that changes nothing. */
export function editChange(
  uri: string,
  annotation: Annotation,
  fields: AnnotationFields,
): Change | null {
  const to = changedFields(annotation, fields);
  if (Object.keys(to).length === 0) return null;
  const own: Readonly<Record<string, unknown>> = { ...annotation };
  const from = Object.fromEntries(Object.keys(to).map((name) => [name, own[name]]));
  return { type: 'edit', uri, id: annotation.id, from, to };
}

/** The action that takes this one back. */
export function invert(action: Action): Action {
  return action.toReversed().map(invertChange);
}

/** The action on papers that have got other URIs since. */
export function withUris(action: Action, newUri: (uri: string) => string): Action {
  return action.map((change) => ({ ...change, uri: newUri(change.uri) }));
}

/**
 * The record after a change. What is not there (another window may have removed it) is passed over;
 * an annotation that is already there is not added a second time. Where an edit meets a text that it
 * did not start from, both texts are kept.
 */
export function applyChange(record: PaperRecord, change: Change, now: string): PaperRecord {
  switch (change.type) {
    case 'add': {
      const { annotation } = change;
      if (record.annotations.some(({ id }) => id === annotation.id)) return record;
      return { ...record, annotations: [...record.annotations, annotation] };
    }
    case 'remove':
      return {
        ...record,
        annotations: record.annotations.filter(({ id }) => id !== change.annotation.id),
      };
    case 'edit':
      return {
        ...record,
        annotations: record.annotations.map((annotation) =>
          annotation.id === change.id
            ? withFields(annotation, mergedFields(annotation, change), now)
            : annotation,
        ),
      };
    case 'correctRoles': {
      const gone = new Set([...change.removed, ...change.added].map(({ id }) => id));
      const stay = record.roles.filter(({ id }) => !gone.has(id));
      return { ...record, roles: [...stay, ...change.added] };
    }
  }
}

function invertChange(change: Change): Change {
  switch (change.type) {
    case 'add':
      return { ...change, type: 'remove' };
    case 'remove':
      return { ...change, type: 'add' };
    case 'edit':
      return { ...change, from: change.to, to: change.from };
    case 'correctRoles':
      return { ...change, removed: change.added, added: change.removed };
  }
}
