/** The HTTP edge: one package per thing, and what they share. */
@NullMarked
package za.lexohub.api;

import org.jspecify.annotations.NullMarked;
