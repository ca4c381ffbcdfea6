/** What is asked where nothing has all of the query: a script of its own, fetched by the search's own. */

export { askFurther } from './search/ask-further.ts';
