package io.lyncwatch.discovery.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One element of a document that was read. Servers of different versions use different prefixes, so
 * elements are known by their local names, and namespaces are not looked at.
 *
 * @param name without prefix
 * @param attributes those without prefix, values as they stand
 * @param text the element's own characters, those of its children left out
 * @param order the number of its start tag in the document, from 0
 */
public record XmlElement(
    String name,
    Map<String, String> attributes,
    String text,
    List<XmlElement> children,
    int order) {
  /** Copies. */
  public XmlElement {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** The value of an attribute, without spaces around it. */
  public Optional<String> attribute(String wanted) {
    return Optional.ofNullable(attributes.get(wanted)).map(String::strip);
  }

  /** This element and all below it, in the order of the document. */
  public Stream<XmlElement> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
  }

  /** Those of {@link #all()} with that name. */
  public Stream<XmlElement> all(String wanted) {
    return all().filter(element -> element.name.equals(wanted));
  }

  /** The first of {@link #all()} with that name. */
  public Optional<XmlElement> first(String wanted) {
    return all(wanted).findFirst();
  }

  /** The name only: texts and attributes may hold a ticket. */
  @Override
  public String toString() {
    return "<" + name + ">";
  }
}
