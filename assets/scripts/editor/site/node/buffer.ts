/** `Buffer`, which Node has everywhere. */

export { Buffer } from 'buffer';
