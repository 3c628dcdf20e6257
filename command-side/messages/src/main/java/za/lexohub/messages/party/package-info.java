/** The people behind a document, sealed in an envelope wherever they are written down. */
@NullMarked
package za.lexohub.messages.party;

import org.jspecify.annotations.NullMarked;
