/** Pro formas: from the request for a price to the accepted offer, and its billing. */
@NullMarked
package za.lexohub.domain.proforma;

import org.jspecify.annotations.NullMarked;
