/** Whom journalists ask about an article. */

import type { Article } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { PhoneLink } from './expert-entry.tsx';
import { Said } from './said.tsx';

interface ContactsProps {
  readonly contacts: Article['contacts'];
  readonly context: RenderContext;
}

export function Contacts({ contacts, context }: ContactsProps) {
  if (contacts.length === 0) return null;
  return (
    <section class="contacts" aria-labelledby="contacts-title">
      <h2 class="foot-title" id="contacts-title">
        <Said word="contact" edition={context.edition}>
          {context.edition.messages.contact}
        </Said>
      </h2>
      <ul>
        {contacts.map(({ name, role, email, phone }) => (
          <li key={name}>
            <strong>{name}</strong>
            {role !== undefined && `, ${role}`}
            {email !== undefined && (
              <>
                {' '}
                <a href={`mailto:${email}`}>{email}</a>
              </>
            )}
            {phone !== undefined && (
              <>
                {email === undefined ? ' ' : ', '}
                <PhoneLink phone={phone} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
