/** What http-proxy-middleware says of a request whose proxying failed with one of these codes of Node.js. */
export const proxying = (codes: string): RegExp =>
  new RegExp(
    String.raw`^(?:\S{1,40} )?\[HPM\] Error occurred while proxying request (?<host>[^\s/]{1,255})(?<target>\/\S{0,8000}) to (?<scheme>https?):\/\/(?<upstream>[^\s/]{1,255})\S{0,300} \[(?:${codes})\] \(`,
  );
