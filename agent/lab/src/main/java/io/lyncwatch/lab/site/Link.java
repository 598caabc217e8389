package io.lyncwatch.lab.site;

/**
 * A named URL of a document.
 *
 * @param token as in MS-OCDISCWS 2.2.5.5, or a {@code rel} of UCWA
 */
record Link(String token, String href) {}
