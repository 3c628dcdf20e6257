/** Questions about pro formas. */
@NullMarked
package za.lexohub.query.proforma;

import org.jspecify.annotations.NullMarked;
