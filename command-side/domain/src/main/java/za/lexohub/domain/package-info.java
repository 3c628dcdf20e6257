/** What may happen: aggregates decide by the rules of an advocate's financial work. */
@NullMarked
package za.lexohub.domain;

import org.jspecify.annotations.NullMarked;
