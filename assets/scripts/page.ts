/** What works on every page: the theme switch, the topics, the key that leads to the search, sharing, and the way to the viewer. */

import './page/current-topic.ts';
import './page/search-key.ts';
import './page/share.ts';
import './page/theme-switch.ts';
import './page/viewer-loader.ts';
