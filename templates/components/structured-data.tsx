/** What programs read of a page, as JSON-LD. A data block: no browser runs it. */

interface StructuredDataProps {
  readonly data: object;
}

export function StructuredData({ data }: StructuredDataProps) {
  // Without `<`, nothing in the text can end the element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
