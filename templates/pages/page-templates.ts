/** Every page template of the site, in the order in which addresses are claimed. */

import type { PageTemplate } from '../page-template.ts';
import { archive } from './archive.tsx';
import { archiveMonth } from './archive-month.tsx';
import { article } from './article.tsx';
import { componentsPage } from './components-page.tsx';
import { corrections } from './corrections.tsx';
import { crawlerFiles } from './crawler-files.ts';
import { events } from './events.tsx';
import { feeds } from './feeds.ts';
import { gone } from './gone.tsx';
import { home } from './home.tsx';
import { newsletter } from './newsletter.tsx';
import { notFound } from './not-found.tsx';
import { ownPage } from './own-page.tsx';
import { people } from './people.tsx';
import { person } from './person.tsx';
import { photos } from './photos.tsx';
import { press } from './press.tsx';
import { redirect } from './redirect.tsx';
import { search } from './search.tsx';
import { searchIndex } from './search-index.ts';
import { series } from './series.tsx';
import { seriesList } from './series-list.tsx';
import { shareCodes } from './share-codes.ts';
import { textPage } from './text-page.tsx';
import { topic } from './topic.tsx';
import { topics } from './topics.tsx';

export const pageTemplates: readonly PageTemplate[] = [
  home,
  article,
  topic,
  topics,
  person,
  people,
  photos,
  archive,
  archiveMonth,
  series,
  seriesList,
  corrections,
  events,
  press,
  newsletter,
  search,
  textPage,
  ownPage,
  componentsPage,
  notFound,
  redirect,
  gone,
  feeds,
  searchIndex,
  shareCodes,
  crawlerFiles,
];
