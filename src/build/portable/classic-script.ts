/** Scripts of a site as browsers run them from disk, where they load no modules. Pure. */

/** What a page loads by a tag: names of modules are their own, those of classic scripts are everybody's. */
export function taggedScript(script: string): string {
  return `"use strict";(()=>{${classic(script)}\n})();\n`;
}

/** `portable.js` has what scripts import when they need it. */
export function classic(script: string): string {
  return script.replaceAll(/\bimport\(/gu, 'portableImport(').replaceAll('modulepreload', 'alternate');
}
