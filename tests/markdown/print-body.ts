/** A parsed body as text that a person can compare with its Markdown: one line a thing, places as `line:from-to`. */

import type { Block, BodyPlace, FigureBlock, Html, LinkTarget } from '../../src/markdown/block.ts';
import type { ParsedBody } from '../../src/markdown/parse-body.ts';

export function printBody({ body, diagnostics }: ParsedBody): string {
  return [
    ...body.blocks.flatMap(printBlock),
    ...diagnostics.map(
      (diagnostic) => `! ${at(diagnostic)} ${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`,
    ),
  ].join('\n');
}

function printBlock(block: Block): string[] {
  switch (block.kind) {
    case 'prose':
    case 'footnotes':
      return [block.kind, ...indent(printHtml(block.html).trimEnd().split('\n'))];
    case 'quote':
      return [
        `quote${block.attribution === undefined ? '' : ` by ${block.attribution}`}`,
        ...indent(printHtml(block.html).trimEnd().split('\n')),
      ];
    case 'figure':
      return printFigure(block);
    case 'chart': {
      const { chart, file, alt, caption, source, unit, place } = block;
      return [
        `${chart ?? 'chart'} of ${file} at ${at(place)}`,
        ...(alt === '' ? [] : [`  alt: ${alt}`]),
        ...(caption === undefined ? [] : [`  caption: ${printHtml(caption)}`]),
        ...(source === undefined ? [] : [`  source: ${source}`]),
        ...(unit === undefined ? [] : [`  unit: ${unit}`]),
      ];
    }
    case 'film': {
      const { film, title, caption, credit, poster, date, place } = block;
      return [
        `film ${film.host} ${film.player} at ${at(place)}`,
        `  page: ${film.page}`,
        `  title: ${title}`,
        ...(caption === undefined ? [] : [`  caption: ${printHtml(caption)}`]),
        ...(credit === undefined ? [] : [`  credit: ${credit}`]),
        ...(date === undefined ? [] : [`  date: ${date}`]),
        ...(poster === undefined ? [] : indent(printFigure(poster))),
      ];
    }
    case 'gallery':
      return [`gallery${titled(block.title)}`, ...indent(block.figures.flatMap(printFigure))];
    case 'note':
    case 'facts':
      return [`${block.kind}${titled(block.title)}`, ...indent(block.blocks.flatMap(printBlock))];
  }
}

function printFigure({
  media,
  file,
  alt,
  decorative,
  caption,
  credit,
  size,
  location,
  transcript,
  place,
}: FigureBlock): string[] {
  return [
    `${media} ${file} at ${at(place)}`,
    ...(alt === '' ? [] : [`  alt: ${alt}`]),
    ...(decorative ? ['  decorative'] : []),
    ...(caption === undefined ? [] : [`  caption: ${printHtml(caption)}`]),
    ...(credit === undefined ? [] : [`  credit: ${credit}`]),
    ...(size === undefined ? [] : [`  size: ${size}`]),
    ...(location === undefined
      ? []
      : [`  shows: ${location.place} at ${location.latitude ?? '?'},${location.longitude ?? '?'}`]),
    ...(transcript === undefined ? [] : [`  transcript: ${transcript}`]),
  ];
}

function printHtml(html: Html): string {
  return html.map((piece) => (typeof piece === 'string' ? piece : `{${printTarget(piece)}}`)).join('');
}

function printTarget(target: LinkTarget): string {
  switch (target.kind) {
    case 'document':
      return `document ${target.file}${target.fragment === '' ? '' : `#${target.fragment}`}`;
    case 'attachment':
      return `attachment ${target.file}`;
    case 'path':
      return `path ${target.path}`;
    case 'refused':
      return 'refused';
  }
}

function at({ line, column, endColumn }: BodyPlace): string {
  return `${line}:${column}-${endColumn}`;
}

function titled(title: string | undefined): string {
  return title === undefined ? '' : ` "${title}"`;
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
