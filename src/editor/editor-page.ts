/** The page of the editor. It loads its own script and style alone, and runs nothing that a story holds. */

import { escapeXml } from '../text/xml.ts';

/** @param token without which nothing is saved; empty where nothing may be */
export function editorPage(siteName: string, token: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="news-token" content="${escapeXml(token)}">
<title>${escapeXml(siteName)}</title>
<link rel="stylesheet" href="editor.css">
</head>
<body>
<noscript>The editor needs JavaScript. Stories are plain files: they can be written in any text editor.</noscript>
<script type="module" src="editor.js"></script>
</body>
</html>
`;
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "frame-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');
