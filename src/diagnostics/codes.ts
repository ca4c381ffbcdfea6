/**
 * The kinds of mistakes that reading, assembling and publishing find, by their permanent names, with the one sentence that
 * the handbook opens with. A code is never renamed or reused: baselines and annotations of old commits refer to it.
 */

export const readingCodes = {
  'no-articles': 'There are no articles to publish.',
  'file-too-large': 'A text file is larger than any story could be.',
  'not-utf-8': 'A text file is not saved as UTF-8.',
  'unsafe-path': 'A file name or link leads out of the content folder.',
  'misplaced-file': 'A file stands where nothing would ever read it.',
  'missing-file': 'A file that the site needs is not there.',
  'missing-front-matter': 'An article does not begin with a front matter block.',
  'unclosed-front-matter': 'The front matter block has no end.',
  'invalid-yaml': 'The front matter or a settings file is not valid YAML.',
  'invalid-json': 'A data file is not valid JSON.',
  'duplicate-key': 'One key is given twice.',
  'unknown-key': 'A key that nothing reads.',
  'missing-key': 'A required key is not there.',
  'wrong-value': 'A value is not of the kind that its key needs.',
  'invalid-date': 'A date that no calendar has, or that is not written as year-month-day.',
  'unknown-topic': 'An article names a topic that site.yaml does not list.',
  'unknown-role': 'A credit names a role that site.yaml does not list.',
  'unknown-person': 'A slug that no file in people/ has.',
  'unknown-language': 'A language that site.yaml does not list.',
  'missing-messages': 'The interface does not speak a language of the site yet.',
  'low-contrast': 'A colour of the theme cannot be read on its ground.',
  'missing-name': 'A topic or a role has no name in a language of the site.',
  'unknown-article': 'An article is named that does not exist.',
  'duplicate-permalink': 'Two pages would have the same address.',
  'reused-address': "A story stands at an address that readers know as another story's.",
  'lost-address': 'An address that was published leads nowhere any more.',
  'moved-site': 'The site is to be published at another address than readers know.',
  'taken-down': 'Something is published of a story, a page or a person that was taken down.',
  'duplicate-slug': 'Two entries have the same slug.',
  'duplicate-name': 'Two topics have the same name.',
  'photo-not-found': 'A photo is named that is not beside the article.',
  'photo-unreadable': 'A file is not a photo, or is damaged.',
  'photo-too-large': 'A photo has more pixels than can be read in its format.',
  'photo-format': 'A photo has a format that browsers and our library cannot read.',
  'image-in-text': 'A photo stands inside a line of text.',
  'remote-image': 'A photo is loaded from another site.',
  'chart-data': 'The figures of a chart cannot be drawn.',
  'transcript-text': 'The words of a recording cannot be read from their file.',
  'film-address': 'An address of a film leads to none that a story can show.',
  'film-title': 'A film has no title.',
  'film-host': 'A film lies on a machine that site.yaml does not list.',
  'broken-link': 'A link leads to something that is not there.',
  'unsafe-link': 'A link has an address that is not allowed.',
  'unsafe-download': 'A file is offered that a browser could run.',
  'unknown-block': 'A ::: block that the dialect does not have.',
  'misplaced-block': 'A ::: block stands inside a list or a quotation.',
  'unclosed-block': 'A ::: block has no end.',
  'empty-block': 'A ::: block has nothing in it.',
  'gallery-content': 'Something other than photos stands in a gallery.',
  'unknown-attribute': 'A photo attribute in braces that nothing reads.',
  'unknown-footnote': 'A footnote is called that is not written.',
  'unreadable-markdown': 'The text cannot be processed.',
  'invisible-character': 'A character that cannot be seen stands in the text.',
  'text-direction': 'A hidden character turns the direction of the text around.',
  'unread-photo': 'A photo is typed so that readers would see its brackets instead.',
  'html-comment': 'A comment is left out of the site.',
  'hidden-text': 'A note, a cell or an address stands in the text, and readers would not see it.',
  'unfinished-merge': 'Git could not join two versions, and both stand in the file.',
  'future-date': 'A date lies in the future, and nothing holds the story back until then.',
  'uneven-times': 'The languages of a story give different times; the strictest of them holds for all.',
} as const;

/** The kinds that concern the web team's own code alone: its page explains them, not the editors' handbook. */
export const teamCodes = {
  'extension-failed': "The web team's own configuration, page or component stops with an error.",
  'extension-address': "A page or file of the web team's own stands where it cannot be published.",
  'extension-link': "A page of the web team's own links to something that is not there.",
  'unknown-component': 'A component replaces none that the generator has.',
} as const;

/**
 * The kinds that rules find: each rule adds its own here (`declare module`), beside its level and its explanation, so that
 * no list of them has to be kept.
 */
// biome-ignore lint/suspicious/noEmptyInterface: rules merge their codes into it.
export interface RuleCodes {}

export type DiagnosticCode = keyof typeof readingCodes | keyof typeof teamCodes | keyof RuleCodes;
