/** Tests of the readers of text, and what the tests of other readers share. */
@NullMarked
package io.lyncwatch.discovery.text;

import org.jspecify.annotations.NullMarked;
