/** Matters: the briefs on which an advocate works. */
@NullMarked
package za.lexohub.domain.matter;

import org.jspecify.annotations.NullMarked;
