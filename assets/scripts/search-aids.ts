/** The parts of the search that not every query needs: a script of its own, fetched by the search's own. */

export { passageOf, textOfPage } from './search/passage.ts';
export { nearestTerm } from './search/spelling.ts';
