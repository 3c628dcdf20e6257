/** The people on a document, in plain text. */
@NullMarked
package za.lexohub.readmodels.party;

import org.jspecify.annotations.NullMarked;
