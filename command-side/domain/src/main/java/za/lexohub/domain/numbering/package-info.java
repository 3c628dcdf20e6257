/** Gapless yearly numbers, decided in one append with the documents that bear them. */
@NullMarked
package za.lexohub.domain.numbering;

import org.jspecify.annotations.NullMarked;
