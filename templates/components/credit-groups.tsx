/**
 * Who did what: "Draft YANG Lindi", "Revision CHENG Mingyuan", in the order of site.yaml.
 * Groups of a `<dl>`, which the caller opens.
 */

import type { Credit } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';

interface CreditGroupsProps {
  readonly credits: readonly Credit[];
  readonly context: RenderContext;
}

export function CreditGroups({ credits, context }: CreditGroupsProps) {
  return credits.map(({ role, label, people }) => (
    <div key={role}>
      <dt>{label}</dt>{' '}
      <dd>
        {people.map(({ slug, name, url }, index) => (
          <span key={slug}>
            {index > 0 && context.edition.messages.listSeparator}
            <a href={context.site.href(url)} rel="author">
              {name}
            </a>
          </span>
        ))}
      </dd>
    </div>
  ));
}
