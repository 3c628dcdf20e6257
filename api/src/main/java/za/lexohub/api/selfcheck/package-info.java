/** Gives the self-check its second opinion, and its result to those who watch the health. */
@NullMarked
package za.lexohub.api.selfcheck;

import org.jspecify.annotations.NullMarked;
