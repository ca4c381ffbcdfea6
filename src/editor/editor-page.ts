/** The page of the editor. It loads its own scripts and style alone, and runs nothing that a story holds. */

import { escapeXml } from '../text/xml.ts';
import type { RemoteSettings } from './remote-settings.ts';

/** @param token without which nothing is saved; empty where nothing may be */
export function editorPage(siteName: string, token: string): string {
  return page({
    siteName,
    policy: localPolicy,
    meta: `<meta name="news-token" content="${escapeXml(token)}">`,
    sheet: 'editor.css',
    script: 'editor.js',
  });
}

export interface PublishedEditor {
  readonly settings: RemoteSettings;
  /** Of the style sheet and the script. */
  readonly sheet: string;
  readonly script: string;
}

/** The editor of a published site, which saves to a repository. */
export function publishedEditorPage({ settings, sheet, script }: PublishedEditor): string {
  return page({
    siteName: settings.siteName,
    policy: remotePolicy(settings.api),
    meta: `<meta name="news-repository" content="${escapeXml(JSON.stringify(settings))}">`,
    sheet,
    script,
  });
}

interface PageParts {
  readonly siteName: string;
  readonly policy: readonly string[];
  readonly meta: string;
  readonly sheet: string;
  readonly script: string;
}

function page({ siteName, policy, meta, sheet, script }: PageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy.join('; '))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
${meta}
<title>${escapeXml(siteName)}</title>
<link rel="stylesheet" href="${escapeXml(sheet)}">
</head>
<body>
<noscript>The editor needs JavaScript. Stories are plain files: they can be written in any text editor.</noscript>
<script type="module" src="${escapeXml(script)}"></script>
</body>
</html>
`;
}

const common = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
];

const localPolicy = [
  ...common,
  "frame-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "trusted-types 'none'",
];

/** Pages of drafts are frames of the editor's own making, whose links lead to the site. */
function remotePolicy(api: string): readonly string[] {
  return [
    ...common,
    'frame-src blob:',
    `connect-src 'self' blob: ${new URL(api).origin}`,
    "worker-src 'self'",
    "base-uri 'self'",
    'trusted-types news-worker',
  ];
}
