/** Every component by the name of its file: what a newsroom may replace by one of its own. */

import * as aiNote from './components/ai-note.tsx';
import * as articleBody from './components/article-body.tsx';
import * as articleFoot from './components/article-foot.tsx';
import * as articleHead from './components/article-head.tsx';
import * as articleOpening from './components/article-opening.tsx';
import * as captionParts from './components/caption-parts.tsx';
import * as chart from './components/chart.tsx';
import * as contacts from './components/contacts.tsx';
import * as corrections from './components/corrections.tsx';
import * as credentials from './components/credentials.tsx';
import * as creditGroups from './components/credit-groups.tsx';
import * as dates from './components/dates.tsx';
import * as eventFacts from './components/event-facts.tsx';
import * as eventList from './components/event-list.tsx';
import * as expertEntry from './components/expert-entry.tsx';
import * as feedLink from './components/feed-link.tsx';
import * as figure from './components/figure.tsx';
import * as film from './components/film.tsx';
import * as footer from './components/footer.tsx';
import * as gallery from './components/gallery.tsx';
import * as headline from './components/headline.tsx';
import * as homeRows from './components/home-rows.tsx';
import * as location from './components/location.tsx';
import * as masthead from './components/masthead.tsx';
import * as media from './components/media.tsx';
import * as mostRead from './components/most-read.tsx';
import * as neighbours from './components/neighbours.tsx';
import * as pageHead from './components/page-head.tsx';
import * as pagination from './components/pagination.tsx';
import * as photoFilters from './components/photo-filters.tsx';
import * as photoGrid from './components/photo-grid.tsx';
import * as photoStory from './components/photo-story.tsx';
import * as picture from './components/picture.tsx';
import * as pictureMark from './components/picture-mark.tsx';
import * as pressKit from './components/press-kit.tsx';
import * as relatedStories from './components/related-stories.tsx';
import * as safeHtml from './components/safe-html.tsx';
import * as said from './components/said.tsx';
import * as searchBox from './components/search-box.tsx';
import * as sectionTitle from './components/section-title.tsx';
import * as series from './components/series.tsx';
import * as share from './components/share.tsx';
import * as siteLinks from './components/site-links.tsx';
import * as storyCard from './components/story-card.tsx';
import * as storyColumns from './components/story-columns.tsx';
import * as storyList from './components/story-list.tsx';
import * as structuredData from './components/structured-data.tsx';
import * as themeSwitch from './components/theme-switch.tsx';
import * as topicColumns from './components/topic-columns.tsx';
import * as viewer from './components/viewer.tsx';

export const componentRegister: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'ai-note': aiNote,
  'article-body': articleBody,
  'article-foot': articleFoot,
  'article-head': articleHead,
  'article-opening': articleOpening,
  captionParts,
  chart,
  contacts,
  corrections,
  credentials,
  'credit-groups': creditGroups,
  dates,
  'event-facts': eventFacts,
  'event-list': eventList,
  'expert-entry': expertEntry,
  'feed-link': feedLink,
  figure,
  film,
  footer,
  gallery,
  headline,
  'home-rows': homeRows,
  location,
  masthead,
  media,
  'most-read': mostRead,
  neighbours,
  'page-head': pageHead,
  pagination,
  'photo-filters': photoFilters,
  'photo-grid': photoGrid,
  'photo-story': photoStory,
  'picture-mark': pictureMark,
  picture,
  'press-kit': pressKit,
  'related-stories': relatedStories,
  'safe-html': safeHtml,
  said,
  'search-box': searchBox,
  'section-title': sectionTitle,
  series,
  share,
  'site-links': siteLinks,
  'story-card': storyCard,
  'story-columns': storyColumns,
  'story-list': storyList,
  'structured-data': structuredData,
  'theme-switch': themeSwitch,
  'topic-columns': topicColumns,
  viewer,
};
