/** Pro formas over HTTP, the advocate's side. */
@NullMarked
package za.lexohub.api.proforma;

import org.jspecify.annotations.NullMarked;
