/** What the environment says of the service that holds buckets, by the names that all S3 programs read. Pure. */

import { defined } from '../text/defined.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ServiceKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export function serviceKeysOf(environment: Environment): ServiceKeys | undefined {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = environment;
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  return { accessKeyId, secretAccessKey, ...defined({ sessionToken }) };
}

/** Tries of one request, with growing pauses between: a build should not fail for one lost packet. */
const ATTEMPTS = 4;

/** Throws an error that says what to write when AWS_MAX_ATTEMPTS is no number. */
export function attemptsOf({ AWS_MAX_ATTEMPTS: wanted }: Environment): number {
  if (wanted === undefined || wanted === '') return ATTEMPTS;
  if (/^[1-9]\d?$/u.test(wanted)) return Number(wanted);
  throw new Error(
    `AWS_MAX_ATTEMPTS is "${wanted}". Write how often a request is tried: a number from 1 to 99.`,
  );
}
