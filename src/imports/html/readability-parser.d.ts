/** The small document that readability brings along and is tested with. It reads well-formed XML alone. */

declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    parse(xml: string, address?: string): Document;
  }
}
