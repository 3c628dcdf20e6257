/** The description of this API that machines read. */
@NullMarked
package za.lexohub.api.openapi;

import org.jspecify.annotations.NullMarked;
