/** What readers are told of a picture's C2PA manifest, line by line, in their language. Pure. */

import type { ContentCredentials } from '../photos/provenance/content-credentials.ts';
import type { Messages } from './messages/messages.ts';

const wordsOfStates = {
  intact: 'credentialsIntact',
  broken: 'credentialsBroken',
  unverified: 'credentialsUnverified',
} as const satisfies Readonly<Record<ContentCredentials['state'], keyof Messages>>;

export interface CredentialLine {
  /** The word of the interface that it is. */
  readonly word: keyof Messages;
  readonly text: string;
}

/** Ends with what could be verified of the rest. */
export function credentialLines(
  { state, signer, tool }: ContentCredentials,
  messages: Messages,
): readonly CredentialLine[] {
  const verified = wordsOfStates[state];
  return [
    ...(signer === undefined ? [] : [{ word: 'signedBy', text: messages.signedBy(signer) } as const]),
    ...(tool === undefined ? [] : [{ word: 'madeWith', text: messages.madeWith(tool) } as const]),
    { word: verified, text: messages[verified] },
  ];
}
