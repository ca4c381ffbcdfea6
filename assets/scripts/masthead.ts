/** What works above every page: the theme switch, and the key that leads to the search. */

import './masthead/search-key.ts';
import './masthead/theme-switch.ts';
