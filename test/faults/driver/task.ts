/** What a test asks of the driver in an extension host. Lines count from 0; `paper` is a path. */
export type Task =
  | {
      readonly kind: 'highlight';
      readonly paper: string;
      readonly lines: readonly number[];
      /** A file to which each step adds a line: `?` begun, `+` shown, `-` shown as gone. */
      readonly log: string;
    }
  /** Which of the lines are shown as annotated. */
  | { readonly kind: 'see'; readonly paper: string; readonly lines: readonly number[] }
  /** The same, answered when all of the lines are, or not within a minute. */
  | { readonly kind: 'await'; readonly paper: string; readonly lines: readonly number[] }
  | {
      readonly kind: 'command';
      readonly paper: string;
      readonly command: string;
      readonly args: readonly unknown[];
    };

/** What the driver says when a task is done. */
export interface Answer {
  readonly seen: readonly number[];
  readonly milliseconds: number;
  readonly error?: string;
}
