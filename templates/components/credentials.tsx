/** At the caption of a signed picture: a mark that opens what its manifest says, without a script. */

import type { ContentCredentials } from '../../src/photos/provenance/content-credentials.ts';
import { credentialLines } from '../../src/site/credential-lines.ts';
import type { RenderContext } from '../page-template.ts';
import { Said } from './said.tsx';

interface CredentialsProps {
  readonly credentials: ContentCredentials;
  readonly context: RenderContext;
}

export function Credentials({ credentials, context: { edition } }: CredentialsProps) {
  return (
    <details class="credentials">
      <summary class="credentials-mark">
        <Said word="credentials" edition={edition}>
          {edition.messages.credentials}
        </Said>
      </summary>
      <ul class="credentials-lines">
        {credentialLines(credentials, edition.messages).map(({ word, text }) => (
          <li key={word}>
            <Said word={word} edition={edition}>
              {text}
            </Said>
          </li>
        ))}
      </ul>
    </details>
  );
}
