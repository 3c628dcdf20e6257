/** What the law and the Bars prescribe, as dated data, and the arithmetic that follows from it. */
@NullMarked
package za.lexohub.domain.law;

import org.jspecify.annotations.NullMarked;
