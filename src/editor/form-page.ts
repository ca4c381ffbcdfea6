/** The page of the form editor. Everything that it loads is our own; its policy lets it speak to the code host alone. */

import type { SiteConfig } from '../content/site-config.ts';

export function formPage({ name, editor }: SiteConfig): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="${formPolicy(editor)}">
<title>${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>
<link rel="cms-config-url" type="application/json" href="config.json">
</head>
<body>
<script src="sveltia-cms.js"></script>
<script src="components.js"></script>
<noscript>The editor needs JavaScript.</noscript>
</body>
</html>
`;
}

function formPolicy(editor: SiteConfig['editor']): string {
  const hosts = {
    github: 'https://api.github.com https://raw.githubusercontent.com',
    gitlab: 'https://gitlab.com',
  };
  const connect = ["'self'", 'blob:', 'data:', ...(editor === undefined ? [] : [hosts[editor.host]])];
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The editor writes its own style sheets into the page.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "frame-src 'self' blob:",
    "worker-src 'self' blob:",
    `connect-src ${connect.join(' ')}`,
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
