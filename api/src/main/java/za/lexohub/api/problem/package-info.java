/** Every refusal as the client sees it: RFC 9457 problems with stable codes. */
@NullMarked
package za.lexohub.api.problem;

import org.jspecify.annotations.NullMarked;
