/**
 * The Kerberos realm of the company's Active Directory: accounts and service principals with their
 * keys, the server that issues tickets (RFC 4120), and what a web server makes of a ticket (RFC
 * 4121). Uses the lab's {@code directory} and {@code socket} only, and Apache Kerby for messages
 * and encryption, which has nothing in common with Java's own Kerberos that clients use. Start at
 * {@link io.lyncwatch.lab.kerberos.Realm}.
 */
@NullMarked
package io.lyncwatch.lab.kerberos;

import org.jspecify.annotations.NullMarked;
