/** A mail that was saved as it was sent: words that were encoded for its way become readable. Pure. */

const technical = /^(?:MIME-Version|Content-(?:Type|Transfer-Encoding)|Message-ID)\s*:/imu;
const encodedWord = /=\?([\w-]+)(?:\*[\w-]+)?\?([BQ])\?([^?]*)\?=(?:\s+(?==\?))?/giu;

/** The same text when it is no such mail. Every line of the head stays on its line. */
export function decodeMail(text: string): string {
  const end = text.search(/\n[ \t]*\n/u);
  const head = end === -1 ? '' : text.slice(0, end);
  if (!technical.test(head) || !/^(?:From|Subject)\s*:/imu.test(head)) return text;
  const fields = new Map(
    [...head.replace(/\n[ \t]+/gu, ' ').matchAll(/^([\w-]+)\s*:\s*(.*)$/gmu)].map(
      ([, name = '', value = '']) => [name.toLowerCase(), value],
    ),
  );
  const readable = head.replace(encodedWord, (whole, charset: string, kind: string, words: string) =>
    kind.toUpperCase() === 'B'
      ? (decode(Buffer.from(words, 'base64'), charset) ?? whole)
      : (decode(quotedBytes(words.replaceAll('_', ' ')), charset) ?? whole),
  );
  return readable + decodedBody(text.slice(end), fields);
}

function decodedBody(body: string, fields: ReadonlyMap<string, string>): string {
  const type = fields.get('content-type') ?? 'text/plain';
  const way = (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (!/^text\/plain\b/iu.test(type)) return body;
  const charset = /\bcharset="?([\w-]+)/iu.exec(type)?.[1] ?? 'utf-8';
  if (way === 'base64') return `\n\n${decode(Buffer.from(body, 'base64'), charset) ?? body}`;
  if (way !== 'quoted-printable') return body;
  return decode(quotedBytes(body.replace(/=[ \t]*\n/gu, '')), charset) ?? body;
}

function quotedBytes(text: string): Buffer {
  const parts = text.split(/((?:=[\dA-F]{2})+)/iu);
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 0 ? Buffer.from(part, 'utf8') : Buffer.from(part.replaceAll('=', ''), 'hex'),
    ),
  );
}

function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset).decode(bytes).replace(/\r\n?/gu, '\n');
  } catch {
    return undefined;
  }
}
