import * as z from 'zod/mini';
import { confidences, statuses } from '../annotations/annotation.ts';
import { documentFormats, roles } from '../paper/paper.ts';

const count = z.int().check(z.nonnegative());
const id = z.string().check(z.minLength(1));

/** The schema of a target. */
export const targetSchema = z.readonly(
  z.object({
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    start: count,
    end: count,
    page: z.exactOptional(z.int().check(z.positive())),
    reader: z.exactOptional(
      z.readonly(z.object({ format: z.enum(documentFormats), version: count })),
    ),
    heading: z.exactOptional(z.string()),
  }),
);

const replySchema = z.readonly(
  z.object({ id: z.string(), author: z.string(), text: z.string(), created: z.string() }),
);

const replies = z.readonly(z.array(replySchema));
const tags = z.readonly(z.array(z.string()));

/** The schema of an annotation. */
export const annotationSchema = z.readonly(
  z.object({
    id,
    target: targetSchema,
    category: z.string(),
    note: z.string(),
    tags,
    status: z.enum(statuses),
    confidence: z.nullable(z.enum(confidences)),
    author: z.string(),
    created: z.string(),
    modified: z.string(),
    revision: count,
    replies,
  }),
);

/** The schema of fields that an edit sets. */
export const fieldsSchema = z.readonly(
  z.object({
    target: z.exactOptional(targetSchema),
    category: z.exactOptional(z.string()),
    note: z.exactOptional(z.string()),
    tags: z.exactOptional(tags),
    status: z.exactOptional(z.enum(statuses)),
    confidence: z.exactOptional(z.nullable(z.enum(confidences))),
    replies: z.exactOptional(replies),
  }),
);

/** The schema of a role correction. */
export const roleCorrectionSchema = z.readonly(
  z.object({ id, target: targetSchema, role: z.enum(roles) }),
);

/** The schema of a rule for a publisher's papers. */
export const publisherRuleSchema = z.readonly(
  z.object({ publisher: z.string(), text: z.string(), role: z.enum(roles) }),
);

/** The schema of what tells a paper from others. */
export const fingerprintSchema = z.readonly(
  z.object({
    bytes: z.string(),
    text: z.string(),
    size: count,
    title: z.string(),
    authors: z.readonly(z.array(z.string())),
    date: z.string(),
  }),
);

/** The schema of a record all of whose parts are sound. */
export const recordSchema = z.readonly(
  z.object({
    uri: z.string(),
    annotations: z.readonly(z.array(annotationSchema)),
    roles: z.readonly(z.array(roleCorrectionSchema)),
    fingerprint: z.exactOptional(fingerprintSchema),
  }),
);
