/** `portable.js`, the first script of every page of a copy that opens from disk: what a server would have given. */

import { transform } from 'esbuild';
import { classic } from './classic-script.ts';
import { topMark } from './relative-addresses.ts';

/** What other scripts import when they need it. */
export const imported =
  /^(?:viewer(?:-press)?|search-(?:aids|dates|further)|stemmer-[\w]+|fetch-page)-[0-9a-f]+\.js$/u;

/** @param scripts by their file names @param indexes files of the search, by their paths */
export async function portableScript(
  scripts: readonly (readonly [string, string])[],
  indexes: readonly (readonly [string, unknown])[],
): Promise<string> {
  const modules: string[] = [];
  for (const [name, script] of scripts.filter(([file]) => imported.test(file))) {
    const { code } = await transform(classic(script), {
      format: 'iife',
      globalName: 'exported',
      minify: true,
    });
    modules.push(`${JSON.stringify(name)}(){${code};return typeof exported==="undefined"?{}:exported}`);
  }
  const files = JSON.stringify(Object.fromEntries(indexes)).replaceAll('</', '<\\/');
  return `(()=>{const files=${files};const modules={${modules.join(',')}};(${runtime})(files,modules,${JSON.stringify(topMark)})})();\n`;
}

/** Runs in the browser. */
const runtime = `(files,modules,topMark)=>{
const top=new URL(".",document.currentScript.src).href;
const loaded=new Map();
globalThis.portableImport=async(address)=>{
  const name=new URL(address,document.baseURI).pathname.split("/").pop();
  if(!Object.hasOwn(modules,name))throw new Error("There is no "+name+" here.");
  if(!loaded.has(name))loaded.set(name,modules[name]());
  return loaded.get(name);
};
globalThis.fetch=async(address)=>{
  const url=new URL(address,document.baseURI).href.replace(/[?#].*$/,"");
  const file=url.startsWith(top)?decodeURIComponent(url.slice(top.length)):url;
  if(!Object.hasOwn(files,file))throw new TypeError("There is no "+file+" here.");
  const text=JSON.stringify(files[file]).replaceAll(JSON.stringify(topMark).slice(1,-1),top);
  return new Response(text,{headers:{"Content-Type":"application/json"}});
};
XMLHttpRequest.prototype.send=function(){setTimeout(()=>this.dispatchEvent(new ProgressEvent("error")));};
for(const name of ["pushState","replaceState"]){
  const original=history[name].bind(history);
  history[name]=(...values)=>{try{original(...values)}catch{}};
}
document.addEventListener("click",(event)=>{
  const link=event.target instanceof Element?event.target.closest("a[href]"):null;
  if(link!==null&&link.protocol==="file:"&&link.pathname.endsWith("/"))link.pathname+="index.html";
},true);
}`;
