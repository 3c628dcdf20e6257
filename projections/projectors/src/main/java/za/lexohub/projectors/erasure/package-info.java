/** Projects what became of the personal data of files. */
@NullMarked
package za.lexohub.projectors.erasure;

import org.jspecify.annotations.NullMarked;
