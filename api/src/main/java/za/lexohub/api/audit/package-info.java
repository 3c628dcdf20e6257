/** What an auditor may ask for, over HTTP. */
@NullMarked
package za.lexohub.api.audit;

import org.jspecify.annotations.NullMarked;
