/** Ways to look for photos: links to pages that are there, which a script joins where a reader takes two of them. */

import type { PhotoFilterName } from '../../src/site/photo-archive.ts';
import type { RenderContext } from '../page-template.ts';

export interface PhotoFilterLink {
  readonly filter: PhotoFilterName;
  readonly value: string;
  readonly label: string;
  readonly url: string;
}

interface PhotoFiltersProps {
  readonly filters: readonly PhotoFilterLink[];
  readonly chosen?: { readonly filter: PhotoFilterName; readonly value: string };
  /** Url of all photos. */
  readonly all: string;
  readonly context: RenderContext;
}

const names = ['topic', 'year', 'person'] as const;

export function PhotoFilters({ filters, chosen, all, context }: PhotoFiltersProps) {
  const { messages } = context.edition;
  const labels = { topic: messages.topic, year: messages.year, person: messages.photographer };
  if (filters.length === 0) return null;
  return (
    <nav class="photo-filters" aria-label={messages.photoFilters} data-title={messages.photos}>
      {names.map((name) => {
        const options = filters.filter(({ filter }) => filter === name);
        const current = chosen?.filter === name ? chosen.value : undefined;
        const label = options.find(({ value }) => value === current)?.label ?? messages.allPhotos;
        return (
          options.length > 0 && (
            <details key={name} name="photo-filter" data-filter={name}>
              <summary>
                {labels[name]} <strong>{label}</strong>
              </summary>
              <ul class="photo-filter-options">
                <Option url={all} value="" label={messages.allPhotos} context={context} />
                {options.map((option) => (
                  <Option
                    key={option.value}
                    {...option}
                    isCurrent={option.value === current}
                    context={context}
                  />
                ))}
              </ul>
            </details>
          )
        );
      })}
    </nav>
  );
}

interface OptionProps {
  readonly url: string;
  readonly value: string;
  readonly label: string;
  readonly isCurrent?: boolean;
  readonly context: RenderContext;
}

function Option({ url, value, label, isCurrent = false, context }: OptionProps) {
  return (
    <li>
      <a
        href={context.site.href(url)}
        data-value={value}
        {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
      >
        {label}
      </a>
    </li>
  );
}
