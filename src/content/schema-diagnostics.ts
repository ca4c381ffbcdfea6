/**
 * Checks a YAML document against a zod schema and says in an editor's words, at the right line and column,
 * everything that does not fit.
 */

import type { z } from 'zod';
import { type DiagnosticCode, readingCodes } from '../diagnostics/codes.ts';
import type { Diagnostic, Place, Severity } from '../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import { defined } from '../text/defined.ts';
import { exampleAt, keysAt } from './schema-fields.ts';
import type { YamlDocument, YamlPath } from './yaml-document.ts';
import { quoteText } from './yaml-words.ts';

/** A key of other tools that has another name here. */
interface RenamedKey {
  readonly instead: string;
}

export interface SchemaWords {
  /** What to say of a key that other tools use, by key. */
  readonly foreignKeys: Readonly<Record<string, string | RenamedKey>>;
  /** What to say of a value of another kind, where its place tells what was meant. */
  readonly wrongKind?: (path: YamlPath, value: unknown) => Problem | undefined;
}

export interface Problem {
  readonly code: DiagnosticCode;
  /** Made of the value as it is typed where it quotes that: YAML reads 2024.10 as 2024.1. */
  readonly message: string | ((typed: string) => string);
  readonly hint?: string;
  readonly severity?: Severity;
  /** Whether the key is wrong, not its value. */
  readonly isAboutKey?: boolean;
  /** The key that is not there. */
  readonly missing?: string;
}

/** For a schema's own refinements: carries a whole diagnostic through zod's custom issues. */
export function problem(what: Problem): { code: 'custom'; message: string; params: { problem: Problem } } {
  const message = typeof what.message === 'string' ? what.message : '';
  return { code: 'custom', message, params: { problem: what } };
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
  const found = result.error.issues.flatMap((issue) => explain(issue, { document, schema, words }));
  const meant = new Set(found.map(({ instead }) => instead));
  return {
    ok: false,
    // A key that stands there under a wrong name is not missing as well.
    diagnostics: found
      .filter(({ missing }) => missing === undefined || !meant.has(missing))
      .map(({ diagnostic }) => diagnostic),
  };
}

/** A diagnostic, and the keys that it is about. */
interface Explanation {
  readonly diagnostic: Diagnostic;
  /** The key that is not there. */
  readonly missing?: string;
  /** The key that was meant by one that nothing reads. */
  readonly instead?: string;
}

type Issue = z.core.$ZodIssue;

interface Context {
  readonly document: YamlDocument;
  readonly schema: z.ZodType;
  readonly words: SchemaWords;
}

function explain(issue: Issue, context: Context): Explanation[] {
  const { document, schema } = context;
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const key = [...path].reverse().find((step) => typeof step === 'string') ?? '';
  const name = path.length === 0 ? 'This' : nameOf(path);
  const value = valueAt(document.value, path);
  const typed =
    document.typedAt(path) ?? (value === undefined || typeof value === 'object' ? '' : String(value));
  const example = exampleAt(schema, path);
  // What is there already is no help.
  const isHelp = example !== undefined && !document.hasLine(example);
  const write = isHelp ? `Write, for example: ${example}` : undefined;
  const diagnosticAt = (what: Problem, place = document.placeOf(path)): Diagnostic => ({
    code: what.code,
    severity: what.severity ?? 'error',
    ...place,
    message: typeof what.message === 'string' ? what.message : what.message(typed),
    ...defined({ hint: what.hint }),
  });
  const at = (what: Problem, place?: Place): Explanation[] => [{ diagnostic: diagnosticAt(what, place) }];
  // A key that may be written in several ways is missing in all of them.
  const isMissing = value === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_union');
  if (isMissing) {
    const hint = path.length > 1 ? write : isHelp ? `Add a line, for example: ${example}` : undefined;
    const what: Problem = { code: 'missing-key', message: `${name} is missing.`, ...defined({ hint }) };
    return [{ diagnostic: diagnosticAt(what), missing: name }];
  }
  const known = isOfWrongKind(issue) ? context.words.wrongKind?.(path, value) : undefined;
  if (known !== undefined) return at(known);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknownKey) => explainKey(unknownKey, path, context));
    case 'invalid_type':
      return at(wrongType(name, issue.expected, { value, typed }, write, document.commentAt(path)));
    case 'custom': {
      const carried: unknown = issue.params?.problem;
      if (isProblem(carried)) {
        const place = carried.isAboutKey ? document.keyPlaceOf(path.slice(0, -1), key) : undefined;
        return [{ diagnostic: diagnosticAt(carried, place), ...defined({ missing: carried.missing }) }];
      }
      return at(wrongValue(name, issue.message, write));
    }
    case 'invalid_union': {
      // The way that was meant is the one that says more than "not this kind".
      const deeper = issue.errors.find((issues) =>
        issues.some((inner) => inner.path.length > 0 || inner.code !== 'invalid_type'),
      );
      if (deeper !== undefined) {
        return deeper.flatMap((inner) =>
          explain({ ...inner, path: [...issue.path, ...inner.path] }, context),
        );
      }
      return at(wrongType(name, expectedOf(issue.errors), { value, typed }, write, document.commentAt(path)));
    }
    case 'invalid_value':
      return at({
        code: 'wrong-value',
        message: `${name} cannot be ${show(value, typed)}.`,
        hint: `Choose one of: ${issue.values.map(String).join(', ')}.`,
      });
    case 'too_big':
    case 'too_small': {
      if (typeof value !== 'number') return at(wrongValue(name, issue.message, write));
      const bound =
        issue.code === 'too_big' ? `may be ${issue.maximum} at most` : `must be ${issue.minimum} at least`;
      return at(wrongValue(name, `is ${typed}, but ${bound}`, write));
    }
    default:
      return at(wrongValue(name, `${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`, write));
  }
}

function explainKey(unknownKey: string, path: YamlPath, { document, schema, words }: Context): Explanation {
  const say = (message: string, hint: string): Diagnostic => ({
    code: 'unknown-key',
    severity: 'error',
    ...document.keyPlaceOf(path, unknownKey),
    message,
    hint,
  });
  const unknown =
    path.length === 0
      ? `"${unknownKey}" is not a key that is known here.`
      : `"${unknownKey}" is not a key of ${nameOf(path)}.`;
  const foreign = path.length === 0 ? own(words.foreignKeys, unknownKey) : undefined;
  if (typeof foreign === 'string') return { diagnostic: say(unknown, foreign) };
  if (foreign !== undefined) {
    const { instead } = foreign;
    return { diagnostic: say(unknown, `Write ${instead}: instead.`), instead };
  }
  const known = keysAt(schema, path);
  const [parent = '', ...inner] = unknownKey.split('.');
  if (inner.length > 0 && known.includes(parent)) {
    return {
      diagnostic: say(
        unknown,
        `Write ${parent}: and on the next line, indented by two spaces, ${inner.join('.')}: with the value.`,
      ),
    };
  }
  const guess = didYouMean(unknownKey, known);
  if (guess === undefined) return { diagnostic: say(unknown, `Known here: ${known.join(', ')}.`) };
  const isThere = valueAt(document.value, [...path, guess]) !== undefined;
  const hint = isThere ? `Delete it: ${guess} is there already.` : `Write ${guess}: instead.`;
  return { diagnostic: say(`${unknown}${meantWords(guess)}`, hint), instead: nameOf([...path, guess]) };
}

/** Whether nothing more is said of a value than that it is of another kind. */
function isOfWrongKind(issue: Issue): boolean {
  if (issue.code !== 'invalid_union') return issue.code === 'invalid_type';
  return issue.errors.flat().every(({ code, path }) => code === 'invalid_type' && path.length === 0);
}

/** The kind that a value of several kinds is most often of: text, else what is named first. */
function expectedOf(errors: readonly (readonly Issue[])[]): string {
  const kinds = errors.flat().flatMap((inner) => (inner.code === 'invalid_type' ? [inner.expected] : []));
  const [first = 'value of another kind'] = kinds;
  return kinds.includes('boolean') ? 'boolean' : kinds.includes('string') ? 'string' : first;
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
  { value, typed }: { readonly value: unknown; readonly typed: string },
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
  const isScalar = value === null || typeof value !== 'object';
  if (expected === 'string' && isScalar && typed !== '') {
    const kind = typeof value === 'number' ? 'a number' : value === null ? 'nothing' : 'a yes or no';
    return {
      code: 'wrong-value',
      message: `${name} is text, but ${typed} is read as ${kind}.`,
      hint: `Put it in quotes: "${typed}"`,
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
    tuple: 'a list of two numbers',
  };
  const got =
    value === null
      ? 'nothing is written'
      : Array.isArray(value)
        ? 'it is a list'
        : typeof value === 'object'
          ? 'it is a block of keys'
          : `it is ${show(value, typed)}`;
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
    Object.hasOwn(readingCodes, value.code)
  );
}

/** Keys such as `constructor` are typed too. */
function own<T>(texts: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

function show(value: unknown, typed: string): string {
  return typeof value === 'string' ? `"${value}"` : typed;
}
