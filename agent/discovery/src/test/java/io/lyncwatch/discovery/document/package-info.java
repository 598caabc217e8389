/** Tests of the document readers. */
@NullMarked
package io.lyncwatch.discovery.document;

import org.jspecify.annotations.NullMarked;
