/** Who is calling, what their token must say, and what each role may do. */
@NullMarked
package za.lexohub.api.security;

import org.jspecify.annotations.NullMarked;
