/** An Eleventy configuration that configures nothing: what the newsroom's folder holds must not be found by accident. */

export default function configureNothing(): void {
  // The process that calls Eleventy configures it.
}
