/** What the law's dated tables say of a practice on a day. */
@NullMarked
package za.lexohub.audit.law;

import org.jspecify.annotations.NullMarked;
