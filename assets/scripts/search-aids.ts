/** What results need that lack words of the query in their headline: a script of its own, fetched by the search's own. */

export { passageOf, textOfPage } from './search/passage.ts';
