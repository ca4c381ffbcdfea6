/** Lines of a copied page that belong to the page and not to its story. Pure. */

const longestLine = 200;

/** "Previous: The ground was laid anew", "下一条:游泳馆开放". */
const neighbour =
  /^[\s«‹<◀←[【]*(?:(?:prev(?:ious)?|next)(?: (?:article|post|story|page|news|one))?|older(?: posts?)?|newer(?: posts?)?|上一?[条篇页则]|下一?[条篇页则]|前一篇|后一篇|vorheriger (?:artikel|beitrag)|nächster (?:artikel|beitrag))\s*(?:[:：>»]|$)/iu;
const offers =
  /^[\s[【(（▲↑]*(?:back to (?:the )?top|top of page|to the top|go back|back to (?:list|home)|print(?: this (?:page|article))?|close(?: (?:this )?window)?|share(?: (?:to|on|this).*)?|e-?mail this|add to favou?rites|font size.*|text size.*|返回(?:顶部|首页|列表|上一?页)|回到顶部|打印(?:本页)?|关闭(?:窗口|本页)?|【?(?:打印|关闭|收藏|大 中 小).*|分享(?:到|至)?.*|加入收藏|nach oben|seite drucken)[\s\])）】▲↑]*$/iu;
const legal =
  /^(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved|版权所有|.{0,40}\bICP备|京公网安备|technical support|技术支持)|(?:©|all rights reserved|版权所有|ICP备\d)/iu;
const upload =
  /^(?:upload(?:ed)?(?: (?:by|on|time|at))?|file uploads?|attachments? uploaded|上传(?:人|者|时间)?|录入(?:人|者|时间)?|发布人|发布者)\s*[:：]/iu;

export function isPageLine(text: string): boolean {
  return (
    text.length <= longestLine &&
    (neighbour.test(text) || offers.test(text) || legal.test(text) || upload.test(text))
  );
}

/** The label of a neighbour whose headline stands in the next line. */
export function isBareNeighbour(text: string): boolean {
  return (
    text.length <= longestLine &&
    neighbour.test(text) &&
    /(?:[:：>»]\s*|\p{L})$/u.test(text) &&
    text.replace(neighbour, '').trim() === ''
  );
}
