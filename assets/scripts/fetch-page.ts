/**
 * Another page of this site as a document in which nothing runs. The request itself reads the HTML: no script of ours
 * ever turns a text into elements, so the site's policy (Trusted Types) can forbid that to all scripts.
 */

/** Rejects when the page cannot be fetched. */
export function fetchPage(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    const fail = () => reject(new Error(`${request.status} ${address}`));
    request.addEventListener('error', fail);
    request.addEventListener('load', () => {
      if (request.status === 200 && request.responseXML !== null) resolve(request.responseXML);
      else fail();
    });
    request.open('GET', address);
    request.send();
  });
}
