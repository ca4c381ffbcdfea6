/** Finds file names that say nothing: a photo can be found again only when its name says what it shows. */

import slugify from '@sindresorhus/slugify';
import { nameOf, resolveFigure } from './resolved-figure.ts';
import type { CheckContext, CheckedDocument, DocumentRule, Finding } from './rule.ts';

/** What cameras, telephones, messengers and scanners write in front of a number or a time. */
const machines =
  /^(?:_?DSC[FNP]?|_?MG|IMG|IMGP|IMG[-_]E|PXL|DJI|GOPR|G[HX]|MVIMG|DCIM|SAM|CIMG|HPIM|KIF|SDC|SNC|EOS|P|PA|R|L|CSC|MEITU|BEAUTY|WP|WeChatIMG|mmexport|wx_camera|wechat[-_ ]?image|微信图片|微信截图|QQ图片|QQ截图|QQ截屏|屏幕截图|截屏|截图|照片|图片|图像|未标题|image|picture|pic|photo|untitled|unnamed|unknown|download|scan|scanned|fullsizerender|screenshot|screen[-_ ]?shot|bildschirmfoto)[-_ .]*(?:at|from|of)?[-_ .]*[(（]?[\d\-_. ~]*[)）]?$/iu;
/** A time in milliseconds, a day and a time, a hash, a UUID: names of web servers and telephones. */
const numbers =
  /^(?:\d{8,}|\d{8}[-_]\d{4,}.*|[0-9a-f]{24,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/iu;

const smallWords = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'the',
  'to',
  'with',
  'prof',
  'dr',
  'mr',
  'ms',
]);

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'camera-name': true;
  }
}

export const cameraName: DocumentRule = {
  code: 'camera-name',
  level: 'warning',
  explanation: 'A photo still has the name that a camera, a phone or a program gave it.',
  check: (document, context) => {
    const seen = new Set<string>();
    return document.figures.flatMap((figure): Finding[] => {
      const name = nameOf(figure.file);
      if (seen.has(figure.file) || !isCameraName(name) || !context.content.files.has(figure.file)) return [];
      seen.add(figure.file);
      const better = betterName(figure, document, context);
      return [
        {
          file: document.displayPath,
          ...figure.place,
          message: `"${name}" is a name that a camera or a program gave.`,
          hint: `Rename the file after what it shows, and write the new name here too: ${better}`,
        },
      ];
    });
  },
};

/** @param name with its ending: `DSC_2375.jpg` */
function isCameraName(name: string): boolean {
  const stem = name.replace(/\.[^.]+$/u, '');
  return (
    (machines.test(stem) && /\d|[^a-z]|^(?:image|picture|photo|untitled|unnamed|download)$/u.test(stem)) ||
    numbers.test(stem)
  );
}

function betterName(
  figure: CheckedDocument['figures'][number],
  document: CheckedDocument,
  context: CheckContext,
): string {
  const { caption, alt } = resolveFigure(figure, document, context);
  const words = slugify(caption || alt)
    .split('-')
    .filter((word) => word !== '' && !smallWords.has(word))
    .slice(0, 4)
    .join('-');
  const ending = /\.[^.]+$/u.exec(figure.file)?.[0].toLowerCase() ?? '.jpg';
  return `${words === '' ? 'signing-ceremony' : words}${ending}`;
}
