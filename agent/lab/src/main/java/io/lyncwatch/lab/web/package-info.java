/**
 * What the lab's web sites hand to each other: a request as it came and a reply to send. Uses
 * nothing of the lab; knows no web server.
 */
@NullMarked
package io.lyncwatch.lab.web;

import org.jspecify.annotations.NullMarked;
