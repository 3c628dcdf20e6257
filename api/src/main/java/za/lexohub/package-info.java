/** LexoHub, the application: start with {@link za.lexohub.LexoHub}. */
@NullMarked
package za.lexohub;

import org.jspecify.annotations.NullMarked;
