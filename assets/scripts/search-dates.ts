/** Dates in a query: a script of its own, fetched for queries that have digits. */

export { findDates } from './search/query-dates.ts';
