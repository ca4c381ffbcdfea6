/** What has no place in a browser (disk, threads, the picture library): nothing calls it there. */

const nothing = () => undefined;

module.exports = { versions: {}, constants: {}, concurrency: nothing, cache: nothing };
