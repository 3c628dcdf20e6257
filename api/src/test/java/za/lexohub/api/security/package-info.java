/** What is remembered of tokens. */
@NullMarked
package za.lexohub.api.security;

import org.jspecify.annotations.NullMarked;
