/** Keeps the search indexes of matters, pro formas and invoices as the events say. */
@NullMarked
package za.lexohub.projectors.search;

import org.jspecify.annotations.NullMarked;
