/**
 * What TSX of a web team runs on: the generator's own Preact, its components, and the place where they are replaced. A
 * build without replaced components never loads it.
 */

import { type ComponentChildren, Fragment, type FunctionComponent, h, options, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { didYouMean } from '../src/diagnostics/did-you-mean.ts';
import { componentRegister } from './component-register.ts';

export { Fragment, h } from 'preact';
export { jsx, jsxs } from 'preact/jsx-runtime';

/** A function with a name of its own, as components are. */
type Component = FunctionComponent<never>;

export interface Replacement {
  readonly component: string;
  readonly name: string;
  readonly replacement: Component;
}

let replaced: ReadonlyMap<unknown, Component> = new Map();

const before = options.vnode;
options.vnode = (vnode: VNode) => {
  const own = replaced.get(vnode.type);
  if (own !== undefined) Object.assign(vnode, { type: own });
  before?.(vnode);
};

/** Takes the place of all replacements before. */
export function replaceComponents(replacements: readonly Replacement[]): void {
  replaced = new Map(
    replacements.map(({ component, name, replacement }) => [
      componentRegister[component]?.[name],
      replacement,
    ]),
  );
}

/** Names of the functions that a component's file exports; undefined where there is no such file. */
export function exportsOf(component: string): readonly string[] | undefined {
  if (!Object.hasOwn(componentRegister, component)) return undefined;
  return Object.entries(componentRegister[component] ?? {})
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name);
}

/** The component that a mistyped name means. */
export function nearComponent(name: string): string | undefined {
  return didYouMean(name, Object.keys(componentRegister));
}

/** The generator's own function, for use inside of what replaces it. */
export function originalOf(component: string, name: string): (...args: readonly unknown[]) => unknown {
  const original = componentRegister[component]?.[name];
  if (typeof original !== 'function') throw new Error(`There is no ${name} in components/${component}.tsx.`);
  return (...args) => original(...args);
}

/** Text as it is, JSX as HTML. */
export function renderPage(content: ComponentChildren): string {
  return typeof content === 'string' ? content : renderToString(h(Fragment, null, content));
}
