package io.lyncwatch.discovery.text;

/**
 * The text of a well-formed document without a document type, from which an element can be taken
 * exactly as it was received. That is needed where a signature covers the bytes; parsers do not
 * keep them, and their offsets are not dependable.
 */
public final class Verbatim {
  private final String source;

  Verbatim(String source) {
    this.source = source;
  }

  /** From the first character of the start tag to the last one of the end tag. */
  public String of(XmlElement element) {
    int begin = startTag(element.order());
    int end = endOfTag(begin);
    int depth = opens(begin, end) ? 1 : 0;
    while (depth > 0) {
      int tag = nextTag(end);
      end = endOfTag(tag);
      if (source.charAt(tag + 1) == '/') {
        depth--;
      } else if (opens(tag, end)) {
        depth++;
      }
    }
    return source.substring(begin, end);
  }

  private int startTag(int order) {
    int seen = 0;
    int tag = nextTag(0);
    while (source.charAt(tag + 1) == '/' || seen++ < order) {
      tag = nextTag(endOfTag(tag));
    }
    return tag;
  }

  /** The next start or end tag; comments, CDATA sections and instructions are passed over. */
  private int nextTag(int from) {
    int at = source.indexOf('<', from);
    while (true) {
      if (source.startsWith("<!--", at)) {
        at = source.indexOf('<', after("-->", at + 4));
      } else if (source.startsWith("<![CDATA[", at)) {
        at = source.indexOf('<', after("]]>", at));
      } else if (source.startsWith("<?", at)) {
        at = source.indexOf('<', after("?>", at));
      } else {
        return at;
      }
    }
  }

  private int after(String mark, int from) {
    return source.indexOf(mark, from) + mark.length();
  }

  /** Just behind the tag's {@code >}, which is not one inside a quoted value. */
  private int endOfTag(int tag) {
    int at = tag;
    while (source.charAt(at) != '>') {
      char c = source.charAt(at);
      at = c == '"' || c == '\'' ? source.indexOf(c, at + 1) + 1 : at + 1;
    }
    return at + 1;
  }

  private boolean opens(int tag, int end) {
    return source.charAt(tag + 1) != '/' && source.charAt(end - 2) != '/';
  }
}
