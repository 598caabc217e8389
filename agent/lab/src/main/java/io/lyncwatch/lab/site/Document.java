package io.lyncwatch.lab.site;

import java.util.List;

/**
 * What a resource says, in both generations' terms; a {@link Representation} writes it down.
 *
 * @param element {@code Root}, {@code Domain} or {@code User}
 * @param access only in Domain and User
 * @param links of the legacy forms
 * @param rels of the UCWA forms; a Domain has none there
 */
record Document(
    String element,
    AccessLocation location,
    List<SipAccess> access,
    List<Link> links,
    List<Link> rels) {

  /** The document that only leads elsewhere. */
  static Document redirect(String element, AccessLocation location, String href) {
    return new Document(
        element,
        location,
        List.of(),
        List.of(new Link("Redirect", href)),
        List.of(new Link("redirect", href)));
  }
}
