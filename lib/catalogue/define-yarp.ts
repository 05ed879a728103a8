/** What YARP's forwarder says: its error's name and one sentence, on a line of its own or behind the logger's name. */
export const forwarder = (...said: readonly string[]): RegExp =>
  new RegExp(
    String.raw`^(?:(?:[a-z]{4}: )?Yarp\.ReverseProxy\.Forwarder\.HttpForwarder\[\d+\])? {0,8}(?:${said.map((text) => text.replaceAll('.', '\\.')).join('|')})`,
  );
