import { describe, expect, test } from 'vitest';
import { explainLine } from '../../src/views/explain-line.ts';

describe('a line that cannot be read', () => {
  test.each([
    ['{"method":"GET","status":200}', /does not say the address that was asked for \(as .*, the time/u],
    ['{"method":"GET","sta', /cut off or damaged/u],
    ['  {"method": "GET", "uri": "/", "status": 200, "ts": "soon"}', /time cannot be read/u],
    ['[{"remote_addr": "203.0.113.7"}]', /list in JSON/u],
    ['2\u00000\u00003\u0000', /UTF-16/u],
    ['[', /several lines/u],
    ['date,hostname,page,visitors', /table of another counter/u],
    ['Page path and screen class,Views,Users', /table of another counter/u],
    ['<!DOCTYPE html>', /a web page/u],
    ['203.0.113.7 "GET / HTTP/1.1" [06/May/2024:08:00:01 +0800] 200', /another order/u],
    ['203.0.113.7 - - [06/May/2024:08:00:01 +0800] "GET / HTTP/1.1" 200 5 "-" "Moz', /end is missing/u],
    ['', /no line of a request/u],
  ])('is told why: %s', (line, why) => {
    expect(explainLine(line)).toMatch(why);
  });

  test('is shown without addresses, and cut', () => {
    const said = explainLine(`203.0.113.7 2001:db8:0:1::7 ${'x'.repeat(5000)}`);
    expect(said).not.toMatch(/203\.0\.113|2001:db8/u);
    expect(said.length).toBeLessThan(500);
  });
});
