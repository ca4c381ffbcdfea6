/** Whom journalists may ask: name, role, and how to reach them. */

import type { Expert } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';

interface ExpertEntryProps {
  readonly expert: Expert;
  readonly context: RenderContext;
}

/** Who has no address of their own is reached through the newsroom. */
export function ExpertEntry({ expert: { name, role, url, ...own }, context: { site } }: ExpertEntryProps) {
  const email = own.email ?? (own.phone === undefined ? site.email : undefined);
  return (
    <li class="expert">
      <strong>{url === undefined ? name : <a href={site.href(url)}>{name}</a>}</strong>
      {role !== undefined && <span class="expert-role">{role}</span>}
      {email !== undefined && <a href={`mailto:${email}`}>{email}</a>}
      {own.phone !== undefined && <PhoneLink phone={own.phone} />}
    </li>
  );
}

export function PhoneLink({ phone }: { readonly phone: string }) {
  return (
    <a href={`tel:${phone.replace(/[^\d+]/gu, '')}`}>
      {/* A number is read in one line. */}
      <bdi>{phone.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')}</bdi>
    </a>
  );
}
