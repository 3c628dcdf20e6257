/** The practice over HTTP. */
@NullMarked
package za.lexohub.api.practice;

import org.jspecify.annotations.NullMarked;
