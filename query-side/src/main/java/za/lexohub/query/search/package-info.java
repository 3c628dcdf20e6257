/** Finds matters, pro formas and invoices by what they say, and counts them by what they are. */
@NullMarked
package za.lexohub.query.search;

import org.jspecify.annotations.NullMarked;
