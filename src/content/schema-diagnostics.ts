/**
 * Checks a YAML document against a zod schema and says in an editor's words, at the right line and column,
 * everything that does not fit.
 */

import type { z } from 'zod';
import { type DiagnosticCode, diagnosticCodes } from '../diagnostics/codes.ts';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { defined } from '../text/defined.ts';
import type { YamlDocument, YamlPath } from './yaml-document.ts';
import { quoteText } from './yaml-words.ts';

export interface SchemaWords {
  /** The keys that may stand at a path, for "did you mean". */
  readonly keysAt: (path: YamlPath) => readonly string[];
  /** What to say of a key that other tools use, by key. */
  readonly foreignKeys: Readonly<Record<string, string>>;
  /** One good line for a key, by key: `date: 2024-01-02`. The first is how such a file begins. */
  readonly examples: Readonly<Record<string, string>>;
}

export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
  readonly severity?: Severity;
  /** Whether the key is wrong, not its value. */
  readonly isAboutKey?: boolean;
}

/** For a schema's own refinements: carries a whole diagnostic through zod's custom issues. */
export function problem(what: Problem): { code: 'custom'; message: string; params: { problem: Problem } } {
  return { code: 'custom', message: what.message, params: { problem: what } };
}

export type SchemaResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export function checkSchema<T>(
  document: YamlDocument,
  schema: z.ZodType<T>,
  words: SchemaWords,
): SchemaResult<T> {
  const result = schema.safeParse(document.value ?? {});
  if (result.success) return { ok: true, value: result.data };
  const diagnostics = result.error.issues.flatMap((issue) => explain(issue, document, words));
  return { ok: false, diagnostics: withoutMisspelt(diagnostics) };
}

/** A key that stands there under a wrong name is not missing as well. */
function withoutMisspelt(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const meant = diagnostics.flatMap(({ code, hint }) =>
    code === 'unknown-key' ? (/^Write (\w+):/u.exec(hint ?? '')?.[1] ?? []) : [],
  );
  return diagnostics.filter(
    ({ code, message }) => code !== 'missing-key' || !meant.some((key) => message === `${key} is missing.`),
  );
}

type Issue = z.core.$ZodIssue;

function explain(issue: Issue, document: YamlDocument, words: SchemaWords): Diagnostic[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const key = [...path].reverse().find((step) => typeof step === 'string') ?? '';
  const name = path.length === 0 ? 'This' : nameOf(path);
  const example =
    own(words.examples, path.join('.')) ??
    own(words.examples, key) ??
    own(words.examples, String(path[0] ?? Object.keys(words.examples)[0]));
  const write = example === undefined ? undefined : `Write, for example: ${example}`;
  const at = (what: Problem, place = document.placeOf(path)): Diagnostic => ({
    code: what.code,
    severity: what.severity ?? 'error',
    ...place,
    message: what.message,
    ...defined({ hint: what.hint }),
  });
  const value = valueAt(document.value, path);
  // A key that may be written in several ways is missing in all of them.
  const isMissing = value === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_union');
  if (isMissing) {
    return [
      at({
        code: 'missing-key',
        message: `${name} is missing.`,
        ...(write === undefined
          ? {}
          : { hint: path.length > 1 ? write : `Add a line, for example: ${example}` }),
      }),
    ];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknownKey) => {
        const place = document.keyPlaceOf(path, unknownKey);
        const foreign = path.length === 0 ? own(words.foreignKeys, unknownKey) : undefined;
        if (foreign !== undefined) {
          return at(
            {
              code: 'unknown-key',
              message: `"${unknownKey}" is not a key that is known here.`,
              hint: foreign,
            },
            place,
          );
        }
        const known = words.keysAt(path);
        const guess = didYouMean(unknownKey, known);
        return at(
          {
            code: 'unknown-key',
            message: `"${unknownKey}" is not a key that is known here.${guess === undefined ? '' : ` Did you mean "${guess}"?`}`,
            hint: guess === undefined ? `Known here: ${known.join(', ')}.` : `Write ${guess}: instead.`,
          },
          place,
        );
      });
    case 'invalid_type':
      return [at(wrongType(name, issue.expected, value, write, document.commentAt(path)))];
    case 'custom': {
      const carried: unknown = issue.params?.problem;
      if (isProblem(carried)) {
        const place = carried.isAboutKey ? document.keyPlaceOf(path.slice(0, -1), key) : undefined;
        return [at(carried, place)];
      }
      return [at(wrongValue(name, issue.message, write))];
    }
    case 'invalid_union': {
      // The way that was meant is the one that says more than "not this kind".
      const deeper = issue.errors.find((issues) =>
        issues.some((inner) => inner.path.length > 0 || inner.code !== 'invalid_type'),
      );
      if (deeper !== undefined) {
        return deeper.flatMap((inner) =>
          explain({ ...inner, path: [...issue.path, ...inner.path] }, document, words),
        );
      }
      return [at(wrongType(name, 'value of another kind', value, write, document.commentAt(path)))];
    }
    case 'invalid_value':
      return [
        at({
          code: 'wrong-value',
          message: `${name} cannot be ${show(value)}.`,
          hint: `Choose one of: ${issue.values.map(String).join(', ')}.`,
        }),
      ];
    case 'too_big':
    case 'too_small':
      if (typeof value !== 'number') return [at(wrongValue(name, issue.message, write))];
      return [
        at(
          wrongValue(
            name,
            issue.code === 'too_big'
              ? `is ${value}, but may be ${issue.maximum} at most`
              : `is ${value}, but must be ${issue.minimum} at least`,
            write,
          ),
        ),
      ];
    default:
      return [
        at(wrongValue(name, `${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`, write)),
      ];
  }
}

/** @param predicate what is to be said of the value: `is empty` */
function wrongValue(name: string, predicate: string, write: string | undefined): Problem {
  return {
    code: 'wrong-value',
    message: `${name} ${predicate}.`,
    ...defined({ hint: write }),
  };
}

/** @param comment what follows a # behind a value that is not there */
function wrongType(
  name: string,
  expected: string,
  value: unknown,
  write: string | undefined,
  comment: string | undefined,
): Problem {
  if (value === null && comment !== undefined) {
    return {
      code: 'wrong-value',
      message: `${name} is empty, because what follows # is a comment.`,
      hint: `If it is the text, put it in quotes: ${quoteText(`#${comment}`)}`,
    };
  }
  const isScalar = value !== null && typeof value !== 'object';
  if (expected === 'string' && isScalar) {
    return {
      code: 'wrong-value',
      message: `${name} is text, but ${show(value)} is read as a ${typeof value === 'number' ? 'number' : 'yes or no'}.`,
      hint: `Put it in quotes: "${String(value)}"`,
    };
  }
  const kinds: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a block of keys',
    record: 'a block of keys',
  };
  const got =
    value === null
      ? 'nothing is written'
      : Array.isArray(value)
        ? 'it is a list'
        : typeof value === 'object'
          ? 'it is a block of keys'
          : `it is ${show(value)}`;
  return {
    code: 'wrong-value',
    message: `${name} should be ${kinds[expected] ?? `a ${expected}`}, but ${got}.`,
    ...defined({ hint: write }),
  };
}

/** `credits.draft`, `photos["1.jpg"].focus`, `topics (2nd entry)`. */
function nameOf(path: YamlPath): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name} (entry ${step + 1})`;
    if (!/^[\w-]+$/u.test(step)) return `${name}["${step}"]`;
    return name === '' ? step : `${name}.${step}`;
  }, '');
}

function valueAt(value: unknown, path: YamlPath): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Object.entries(current).find(([key]) => key === String(step))?.[1];
  }
  return current;
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'message' in value &&
    typeof value.code === 'string' &&
    Object.hasOwn(diagnosticCodes, value.code)
  );
}

/** Keys such as `constructor` are typed too. */
function own(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

function show(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}
