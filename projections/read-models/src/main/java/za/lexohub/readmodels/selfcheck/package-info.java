/** What comparisons of the read models with the log have come to. */
@NullMarked
package za.lexohub.readmodels.selfcheck;

import org.jspecify.annotations.NullMarked;
