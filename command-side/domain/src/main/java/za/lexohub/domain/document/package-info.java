/** How far the rendering and mailing of documents has come, as the aggregates remember it. */
@NullMarked
package za.lexohub.domain.document;

import org.jspecify.annotations.NullMarked;
