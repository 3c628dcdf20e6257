/** Questions about the personal data of a file. */
@NullMarked
package za.lexohub.query.erasure;

import org.jspecify.annotations.NullMarked;
