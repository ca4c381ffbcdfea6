/**
 * Before its moment nothing of a story is anywhere in the output. The site is built a second before and at the moment:
 * what the second build has and the first has not is what the story is made of, and none of it may be told before.
 */

import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Generator, openGenerator } from './generator.ts';
import {
  goodFrontMatter,
  siteYaml,
  story,
  type TemporaryContent,
  temporaryContent,
} from './temporary-content.ts';

const moment = '2024-05-10T08:00:00+08:00';
const before = '2024-05-10T07:59:59+08:00';

/** Words that stand nowhere but in the story: each would betray it. */
const secrets = [
  'Zirconium Treaty',
  'zirconium-treaty',
  'quixotically',
  'Under seal since',
  'NGUYEN Ailith',
  'nguyen-ailith',
  'Tesseract Fellow',
  'Vellichor Series',
  'oubliette',
  'palimpsest-plan',
  'Kestrel Photos',
  'A vault of petrichor',
  '锆条约',
  '奥密之事',
  '2024/05/zirconium',
];

const frontMatter = (when: string) =>
  [
    'title: The Zirconium Treaty',
    'date: 2024-05-10',
    'topics: [University News]',
    'summary: Under seal since the winter.',
    'credits: {draft: NGUYEN Ailith, revision: YANG Lindi}',
    'series: Vellichor Series',
    'aliases: [/old/oubliette.html]',
    'related: [2024/open]',
    'pinnedUntil: 2024-05-12T00:00+08:00',
    when,
  ].join('\n');

const body =
  'It was signed quixotically. See [the plan](palimpsest-plan.pdf).\n\n![A vault of petrichor](vault.jpg "The vault"){credit="Kestrel Photos"}';

let content: TemporaryContent;
let generator: Generator;

beforeAll(async () => {
  generator = await openGenerator();
  content = await temporaryContent({
    'site.yaml': `${siteYaml}pressKit: {enabled: true}\nhome: {lead: 2024/zirconium-treaty}\n`,
    'articles/2024/open/index.md': story(
      `${goodFrontMatter}\nrelated: [2024/zirconium-treaty]\nseries: Open Series`,
      'An open text.\n\n![A field](field.jpg "The field")',
    ),
    'articles/2024/open/field.jpg': await picture('#456789'),
    'articles/2024/zirconium-treaty/index.md': story(frontMatter(`embargoUntil: ${moment}`), body),
    'articles/2024/zirconium-treaty/index.zh.md': story(
      `title: 锆条约\ndate: 2024-05-10\ntopics: [University News]\nembargoUntil: ${moment}`,
      '奥密之事。',
    ),
    'articles/2024/zirconium-treaty/vault.jpg': await picture('#a01040'),
    'articles/2024/zirconium-treaty/palimpsest-plan.pdf': '%PDF-1.4 oubliette',
    'people/nguyen-ailith.md': story('name: NGUYEN Ailith\nrole: Tesseract Fellow', 'She signs.'),
    'people/yang-lindi.md': story('name: YANG Lindi', 'She writes.'),
    'views.json': '{"articles": {"2024/zirconium-treaty": {"total": 987654, "lastSevenDays": 43210}}}',
  });
});

afterAll(async () => {
  await content?.remove();
  await generator?.remove();
});

describe('a story under embargo', () => {
  test('is told by no byte of the output, and then by all of it', async () => {
    const sealed = await build('sealed', before);
    expect(sealed.said).toMatch(/held back, embargoed until 2024-05-10T08:00\+08:00: The Zirconium Treaty/u);
    const open = await build('open', moment);
    expect(open.said).not.toContain('held back');

    const made = [...open.files.keys()].filter((file) => !sealed.files.has(file));
    // Its page, its photo, its people and kit, each by the name and by the hash in the name.
    expect(made.length).toBeGreaterThan(15);
    for (const kind of [/^photos\/.*\.webp$/u, /\.zip$/u, /^people\/nguyen/u, /^old\/oubliette/u, /^zh\//u])
      expect(
        made.some((file) => kind.test(file)),
        String(kind),
      ).toBe(true);
    const hashes = made.flatMap((file) => /[\w-]{12,}(?=\.\w+$)/u.exec(path.basename(file))?.[0] ?? []);
    expect(hashes.length).toBeGreaterThan(3);

    for (const secret of [...secrets, ...hashes, '987654', '43210']) {
      expect(whereIs(secret, sealed.files), secret).toEqual([]);
    }
    for (const secret of [...secrets, ...hashes]) expect(whereIs(secret, open.files), secret).not.toEqual([]);
  });

  test('holds its other languages back, which say nothing of it', async () => {
    const chinese = 'articles/2024/zirconium-treaty/index.zh.md';
    await content.write(
      chinese,
      story('title: 锆条约\ndate: 2024-05-10\ntopics: [University News]', '奥密之事。'),
    );
    const { files } = await build('sealed', before);
    for (const secret of secrets) expect(whereIs(secret, files), secret).toEqual([]);
    await content.write(
      chinese,
      story(
        `title: 锆条约\ndate: 2024-05-10\ntopics: [University News]\nembargoUntil: ${moment}`,
        '奥密之事。',
      ),
    );
  });

  test('leaves again when its embargo is set anew', async () => {
    await build('open', moment);
    const again = await build('open', before);
    for (const secret of secrets) expect(whereIs(secret, again.files), secret).toEqual([]);
    expect([...again.files.keys()]).toEqual([...(await build('sealed', before)).files.keys()]);
  });

  test('tells timers the moment and nothing else', async () => {
    const { files } = await build('sealed', before);
    const due: unknown = JSON.parse(files.get('due.json') ?? '');
    expect(due).toEqual({
      version: 1,
      next: '2024-05-10T00:00:00Z',
      moments: ['2024-05-10T00:00:00Z'],
    });
  });

  test.each(['draft: true', 'publishAt: 2024-05-10T08:00+08:00', 'expiresAt: 2024-05-09T00:00+08:00'])(
    'and one that says %s is told as little',
    async (when) => {
      await content.write('articles/2024/zirconium-treaty/index.md', story(frontMatter(when), body));
      const { files } = await build('sealed', before);
      for (const secret of secrets) expect(whereIs(secret, files), secret).toEqual([]);
    },
  );
});

interface Build {
  readonly said: string;
  readonly files: ReadonlyMap<string, string>;
}

async function build(name: string, now: string): Promise<Build> {
  const output = path.join(content.folder, name);
  process.env.NEWS_NOW = now;
  try {
    const args = ['build', '--content', path.join(content.folder, 'content'), '--output', output];
    const { code, said } = await generator.run(args);
    expect(code, said).toBe(0);
    return { said, files: await filesOf(output) };
  } finally {
    delete process.env.NEWS_NOW;
  }
}

/** Files that have the text in their name or, as it stands or as addresses write it, in their bytes. */
function whereIs(text: string, files: ReadonlyMap<string, string>): string[] {
  const forms = [text, encodeURI(text), text.toLowerCase(), JSON.stringify(text).slice(1, -1)];
  return [...files].flatMap(([file, bytes]) =>
    forms.some((form) => file.includes(form) || bytes.includes(Buffer.from(form).toString('latin1')))
      ? [file]
      : [],
  );
}

/** Bytes as Latin-1, so that every file can be searched. */
async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .sort()
      .map((file) => [file, readFileSync(path.join(folder, file), 'latin1')]),
  );
}

function picture(background: string): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();
}
