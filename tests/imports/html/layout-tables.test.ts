/** Pages that were laid out with tables, as they were made before style sheets. */

import { afterEach, describe, expect, test } from 'vitest';
import { siteConfigSchema } from '../../../src/content/site-config.ts';
import { config, type Sandbox, sandbox } from '../import-files.ts';
import { photo } from '../test-photos.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const page = `<HTML><HEAD><TITLE>Campus News: Kite Festival Draws Record Crowd</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF"><TABLE WIDTH=760 BORDER=0 CELLPADDING=0 CELLSPACING=0>
<TR><TD COLSPAN=3><IMG SRC="img/spacer.gif" WIDTH=760 HEIGHT=10></TD></TR>
<TR><TD WIDTH=150 VALIGN=TOP><TABLE BORDER=0><TR><TD><FONT SIZE=1><A HREF="index.html">Home</A></FONT></TD></TR>
 <TR><TD><FONT SIZE=1><A HREF="archive.html">Archive</A></FONT></TD></TR></TABLE></TD>
<TD WIDTH=20><IMG SRC="img/spacer.gif" WIDTH=20 HEIGHT=1></TD>
<TD VALIGN=TOP WIDTH=590><TABLE BORDER=0 CELLPADDING=2 CELLSPACING=0 WIDTH="100%">
 <TR><TD><FONT SIZE=5 COLOR="#990000"><B>Kite Festival Draws Record Crowd</B></FONT></TD></TR>
 <TR><TD><FONT SIZE=2><I>By Margaret Holloway</I><BR>October 14, 1999</FONT></TD></TR>
 <TR><TD><TABLE ALIGN=RIGHT BORDER=0><TR><TD><IMG SRC="img/kites.jpg" WIDTH=210 HEIGHT=140 ALT="Kites over the green"></TD></TR><TR><TD><FONT SIZE=1>Kites of all shapes over the green</FONT></TD></TR></TABLE>
  <FONT FACE="Times New Roman">More than two thousand visitors came to the university green on Saturday for the third kite festival, the largest so far.<BR><BR>
  "We had hoped for a thousand," said Helen Marsh, who runs the festival with her students. "Then the wind came, and everybody came with it."<BR>
  <BR>The <A HREF="http://www.example.edu/engineering/">School of Engineering</A> showed a kite of 12 metres.<P><B>Next year</B><BR>The festival will move to the river bank.</FONT></TD></TR>
 <TR><TD><TABLE BORDER=0><TR><TD WIDTH=15><IMG SRC="img/bullet.gif" WIDTH=9 HEIGHT=9></TD><TD>Kites can be borrowed at the sports hall.</TD></TR>
  <TR><TD WIDTH=15><IMG SRC="img/bullet.gif" WIDTH=9 HEIGHT=9></TD><TD>Lunch is served from noon.</TD></TR></TABLE></TD></TR>
 <TR><TD><TABLE BORDER=1><TR><TH>Year</TH><TH>Visitors</TH></TR><TR><TD>1998</TD><TD>900</TD></TR></TABLE></TD></TR>
</TABLE></TD></TR>
<TR><TD COLSPAN=3><FONT SIZE=1>&copy; 1999 Example University. All rights reserved.</FONT></TD></TR></TABLE></BODY></HTML>`;

test('a page of tables in tables becomes paragraphs, lists, photos with captions and tables of data', async () => {
  here = await sandbox({ 'kites.html': page, 'img/kites.jpg': await photo() });
  const { issues } = await here.run();
  const text = await here.read('articles/1999/kite-festival-draws-record-crowd/index.md');
  expect(text).toBe(`---
title: Kite Festival Draws Record Crowd
date: 1999-10-14
topics: [Research]
credits:
  draft: Margaret Holloway
draft: true
---

![Kites over the green](kites.jpg "Kites of all shapes over the green")

More than two thousand visitors came to the university green on Saturday for the third kite festival, the largest so far.

"We had hoped for a thousand," said Helen Marsh, who runs the festival with her students. "Then the wind came, and everybody came with it."

The [School of Engineering](http://www.example.edu/engineering/) showed a kite of 12 metres.

**Next year**\\
The festival will move to the river bank.

- Kites can be borrowed at the sports hall.
- Lunch is served from noon.

| Year | Visitors |
| --- | --- |
| 1998 | 900 |
`);
  const dropped = issues.filter(({ kind }) => kind === 'dropped').map(({ text: said }) => said ?? '');
  expect(dropped.join('\n')).toContain('Home / Archive');
  expect(dropped.join('\n')).toContain('© 1999 Example University');
  expect(await here.list()).not.toContainEqual(expect.stringMatching(/gif$/u));
});

describe('a table', () => {
  const opening = 'The university opened the new wing of its library on Monday, with 400 places to read.';
  const story = async (table: string): Promise<string> => {
    here = await sandbox({
      'wing.html': `<html><head><title>New Library Wing Opens</title><meta name="date" content="2000-03-02"></head><body><article><h1>New Library Wing Opens</h1><p>${opening} ${opening}</p>${table}<p>${opening}</p></article></body></html>`,
      'hall.jpg': await photo(),
    });
    await here.run();
    const text = await here.read('articles/2000/new-library-wing-opens/index.md');
    return text
      .slice(text.indexOf(`${opening} ${opening}`) + 2 * opening.length + 1, -opening.length - 1)
      .trim();
  };
  const long =
    'Students queued from seven in the morning to see the rooms, which were planned with their help. ';

  test.each([
    [
      'of two columns of text',
      `<table width=600 cellspacing=10><tr><td>${long}<br><br>Then it rained.</td><td>${long}${long}</td></tr></table>`,
      `${long.trim()}\n\nThen it rained.\n\n${long}${long.trim()}`,
    ],
    [
      'that says that it is only a layout',
      '<table role="presentation"><tr><td>One</td><td>Two</td></tr></table>',
      'One\n\nTwo',
    ],
    [
      'with typed bullets',
      '<table><tr><td>•</td><td>One</td></tr><tr><td>•</td><td>Two</td></tr></table>',
      '- One\n- Two',
    ],
    [
      'with a photo beside a text',
      `<table cellpadding=4><tr><td><img src="hall.jpg" width=300 height=200><br><font size=1>The reading room</font></td><td>${long}<p>${long}</td></tr></table>`,
      `![](hall.jpg "The reading room")\n\n${long.trim()}\n\n${long.trim()}`,
    ],
    [
      'of data stays a table, whatever its attributes',
      '<table width=400 cellpadding=2><tr><td>Opened</td><td>1998</td></tr><tr><td>Places</td><td>400</td></tr></table>',
      '| Opened | 1998 |\n| --- | --- |\n| Places | 400 |',
    ],
    [
      'of data with long cells and a head stays a table',
      `<table width=400><tr><th>When</th><th>What</th></tr><tr><td>1998</td><td>${long}${long}${long}</td></tr></table>`,
      `| When | What |\n| --- | --- |\n| 1998 | ${long}${long}${long.trim()} |`,
    ],
    [
      'keeps its columns beside cells that span rows',
      '<table><tr><th>Day</th><th>Hour</th><th>Place</th></tr><tr><td rowspan=2>Monday</td><td>9</td><td rowspan=2>Hall</td></tr><tr><td>10</td></tr><tr><td>Tuesday</td><td>11</td><td>Yard</td></tr></table>',
      '| Day | Hour | Place |\n| --- | --- | --- |\n| Monday | 9 | Hall |\n| | 10 | |\n| Tuesday | 11 | Yard |',
    ],
  ])('%s', async (_name, table, wanted) => {
    expect(await story(table)).toBe(wanted);
  });
});

test('an empty line ends a paragraph wherever the line breaks are', async () => {
  const first =
    'The choir sang in the hall on Sunday, and three hundred guests came to hear it in spite of the rain.';
  here = await sandbox({
    'choir.html': `<html><head><title>The choir sings</title><meta name="date" content="2001-03-02"></head><body><div class="story"><h1>The choir sings</h1><div>${first}<br>&nbsp;<br><b>It rained.<br><br>It thundered.</b> It <i>stopped</i>.<br>The end.</div></div></body></html>`,
  });
  const { issues } = await here.run({
    config: siteConfigSchema.parse({ ...config, imports: { html: { article: '.story' } } }),
  });
  expect(issues.filter(({ kind }) => kind === 'dropped')).toEqual([]);
  expect(await here.read('articles/2001/the-choir-sings/index.md')).toContain(
    `${first}\n\n**It rained.**\n\n**It thundered.** It *stopped*.\\\nThe end.\n`,
  );
});

test('a picture of a few pixels is no photo, whatever it is called', async () => {
  here = await sandbox({
    'a.md': '---\ntitle: A story\ndate: 2020-01-02\n---\n\n![](line.png)\n\nText that is long enough.\n',
    'line.png': await photo('#000000', 900, 2),
  });
  const { issues } = await here.run();
  expect(issues.map(({ message }) => message)).toContain(
    'A picture of 900 × 2 pixels shows nothing: a spacer, a bullet or a counter.',
  );
  expect(await here.list()).not.toContainEqual(expect.stringMatching(/png$/u));
});

test('a table of a thousand rows is read as one', async () => {
  const rows = Array.from(
    { length: 1000 },
    (_, row) => `<tr><td>Station ${row}</td><td>${7 * row}</td></tr>`,
  );
  const paragraph = `<p>${'The stations by the river were read every morning for a year. '.repeat(6)}</p>`;
  const html = `<title>River Levels</title><meta name="date" content="2010-05-06"><h1>River Levels</h1>`;
  here = await sandbox({ 'river.html': `${html}${paragraph}<table>${rows.join('')}</table>${paragraph}` });
  await here.run();
  const text = await here.read('articles/2010/river-levels/index.md');
  expect(text.match(/^\| Station \d+ \| \d+ \|$/gmu)).toHaveLength(1000);
});
