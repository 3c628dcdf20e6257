/** Erasing the personal data of a file, and keeping it from being erased. */
@NullMarked
package za.lexohub.api.erasure;

import org.jspecify.annotations.NullMarked;
