/** The lines above a mail that was saved as text: its subject is the headline, whoever wrote and got it is no part of it. */

export interface MailText {
  /** As many lines as before: what is taken out is an empty line. */
  readonly text: string;
  readonly dropped: readonly { readonly line: number; readonly text: string }[];
}

const header =
  /^(from|to|cc|bcc|reply-to|date|sent|subject|von|an|kopie|datum|gesendet|betreff|de|à|objet|envoyé|发件人|收件人|抄送|日期|发送时间|时间|主题|mime-version|content-[a-z-]+|message-id|in-reply-to|references|received|return-path|delivered-to|user-agent|importance|organization|dkim-signature|authentication-results|(?:x|arc|thread|list)-[a-z-]+)\s?[:：]\s*(.*)$/iu;
const subject = /^(?:subject|betreff|objet|主题)$/iu;
const person = /^(?:from|to|von|an|de|à|发件人|收件人)$/iu;
const sent = /^(?:date|sent|datum|gesendet|envoyé|日期|发送时间|时间)$/iu;
/** What mail programs and writers put before a subject. */
const prefix =
  /^(?:(?:re|fwd?|aw|wg|tr|story|article|news|text|draft|press release|meldung|pressemitteilung|回复|转发|稿件|新闻稿)\s?[:：]\s*)+/iu;

export function readMailHeaders(text: string): MailText {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  // A line of the head that goes on is set in.
  const rest = lines
    .slice(first)
    .findIndex((line, index) => !header.test(line.trim()) && !(index > 0 && /^[ \t]+\S/u.test(line)));
  const end = rest === -1 ? lines.length : first + rest;
  const names = lines.slice(first, end).map((line) => header.exec(line.trim())?.[1] ?? '');
  // A notice may begin with "Subject:" and "Date:"; a mail says who wrote or got it, too.
  if (first === -1 || !names.some((name) => subject.test(name)) || !names.some((name) => person.test(name)))
    return { text, dropped: [] };
  const dropped: { line: number; text: string }[] = [];
  const kept = lines.map((line, index) => {
    const [, name = '', value = ''] = index >= first && index < end ? (header.exec(line.trim()) ?? []) : [];
    if (name === '' && index > first && index < end) {
      dropped.push({ line: index + 1, text: line.trim() });
      return '';
    }
    if (name === '') return line;
    if (subject.test(name)) return value.replace(prefix, '');
    if (sent.test(name)) return `Date: ${value}`;
    dropped.push({ line: index + 1, text: line.trim() });
    return '';
  });
  return { text: kept.join('\n'), dropped };
}
